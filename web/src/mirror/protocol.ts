// The patch protocol of wasm/semantics/patch.hpp, as types.

export type Role =
  | "heading"
  | "text"
  | "field"
  | "area"
  | "select"
  | "check"
  | "group"
  | "radiogroup"
  | "radio"
  | "button"
  | "link"
  | "alert"
  | "status"
  | "list"
  | "item"
  | "stepper"
  | "rows"
  | "row"
  | "progress"
  | "file"
  | "pad"
  | "region"
  | "table"
  | "tablerow";

/** What `["=", key, properties]` may set. */
export interface Properties {
  label?: string;
  value?: string;
  hint?: string;
  error?: string;
  autocomplete?: string;
  inputmode?: string;
  accept?: string;
  checked?: boolean;
  required?: boolean;
  disabled?: boolean;
  primary?: boolean;
  current?: boolean;
  secret?: boolean;
  strong?: boolean;
  mono?: boolean;
  danger?: boolean;
  level?: number;
  options?: [value: string, label: string][];
}

export type Operation =
  | ["+", key: string, role: Role, parent: string, previous: string]
  | ["-", key: string]
  | ["m", key: string, previous: string]
  | ["=", key: string, properties: Properties]
  | ["r", key: string, part: number, x: number, y: number, w: number, h: number]
  | ["h", height: number]
  | ["f", key: string]
  | ["!", name: string, payload: unknown];

/** The numbers of EventType. */
export const EventType = {
  Value: 1,
  Check: 2,
  Click: 3,
  Focus: 4,
  Blur: 5,
  Hover: 6,
  Shown: 7,
  File: 8,
  Stroke: 9,
  Route: 10,
  Message: 11,
  Window: 12,
} as const;
export type EventType = (typeof EventType)[keyof typeof EventType];

/** Tells the C++ side what happened; it is called once per event, in order. */
export type Send = (type: EventType, key: string, value: string) => void;
