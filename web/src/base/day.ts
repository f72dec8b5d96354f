// The only clock of the page.

/** The day on this machine, not in Greenwich: "AAAA-MM-JJ". */
export function today(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
