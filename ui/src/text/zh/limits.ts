import type { TextLimit, TooMuchText } from "#ui/bindings";

type Limits = { [L in TextLimit]: (most: number) => string };

const limits: Limits = {
  characters: (most) => `文字超过${most}字，请删短`,
  marks: (most) => `一对括号里的运算超过${most}处，请拆开`,
  branches: (most) => `elif 超过${most}处，请减少`,
  steps: () => "循环太多，填写不完，请减少循环的次数或层数",
  joined: () => "文字一次次相接，会越接越长，请改成逐处写出",
  repeated: (most) => `重复超过${most}次，请减少`,
  filled: (most) => `填好以后超过${most}字，请删短`,
  lines: (most) => `填好以后超过${most}行，请删短`,
  ruled: (most) => `横线超过${most}条，请减少`,
  squares: (most) => `正字格超过${most}个，请减少`,
  columns: (most) => `超过${most}栏，请减少`,
  nested: (most) => `框、表套了不止${most}层，请减少`,
  codes: (most) => `二维码超过${most}个，请减少`,
  pages: (most) => `超过${most}页，请删短或分成几份`,
};

/** What of a text is too much, and what to do. */
export function askedTooMuch({ limit, most }: TooMuchText): string {
  return limits[limit](most);
}
