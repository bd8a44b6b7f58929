import type { TextLimit, TooMuchText } from "#ui/bindings";

type Limits = { [L in TextLimit]: (most: number) => string };

const limits: Limits = {
  characters: (most) => `the text has more than ${most} characters; shorten it`,
  marks: (most) => `there are more than ${most} operations between two braces; take them apart`,
  branches: (most) => `there are more than ${most} branches elif; use fewer`,
  steps: () => "the repetitions come to no end; repeat less often, or in fewer levels",
  joined: () => "texts are joined to themselves and grow without end; write each out where it stands",
  repeated: (most) => `something is repeated more than ${most} times; repeat less often`,
  filled: (most) => `filled in it has more than ${most} characters; shorten it`,
  lines: (most) => `filled in it has more than ${most} lines; shorten it`,
  ruled: (most) => `there are more than ${most} ruled lines; use fewer`,
  squares: (most) => `there are more than ${most} squares of 正; use fewer`,
  columns: (most) => `there are more than ${most} columns; use fewer`,
  nested: (most) => `blocks stand in more than ${most} others; use fewer levels`,
  codes: (most) => `there are more than ${most} QR codes; use fewer`,
  pages: (most) => `it takes more than ${most} pages; shorten it or make several papers`,
};

/** What of a text is too much, and what to do. */
export function askedTooMuch({ limit, most }: TooMuchText): string {
  return limits[limit](most);
}
