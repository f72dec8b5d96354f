// The only clock of the page.

/** The day on this machine, not in Greenwich: "AAAA-MM-JJ". */
export function today(): string {
  return dayAfter(0);
}

/** The day that many days later. */
export function dayAfter(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() + days);
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
