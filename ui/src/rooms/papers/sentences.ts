// A paper's text as sentences: what is read stands as it is, what the session fills in is a fact by its name, and what
// steers the typesetting is out of the way. Put together again it is the same text, character by character.

/** `text` may be typed over; a fact and a command stay as they are. */
export type Segment = { kind: "text" | "fact" | "command"; code: string };
/** What a line is to somebody who reads the paper. */
export type LineRole = "sentence" | "repeated" | "conditional" | "otherwise" | "ends" | "program";
export type Line = { role: LineRole; mark: string; segments: Segment[] };

const TAGS = /(\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|\{#[\s\S]*?#\})/;
/** Signs at the head of a line that say how it is set. */
const MARK = /^\s*(?:#{1,5} |[=<^>] )/;

export function linesOf(text: string): Line[] {
  let inTable = false;
  let inComment = false;
  return text.split("\n").map((line) => {
    const opens = line.includes("{#") && !line.includes("#}");
    const commented = inComment || opens;
    inComment = (inComment || opens) && !line.includes("#}");
    if (line.startsWith(":table")) inTable = true;
    const program = commented || inTable || line.startsWith(":") || line.trim() === "~";
    if (line.startsWith(":end")) inTable = false;
    return program
      ? { role: "program", mark: "", segments: [{ kind: "command", code: line }] }
      : parsed(line);
  });
}

function parsed(line: string): Line {
  const mark = line.match(MARK)?.[0] ?? "";
  const segments: Segment[] = line
    .slice(mark.length)
    .split(TAGS)
    .filter((code) => code !== "")
    .map((code) => ({ kind: kindOf(code), code }));
  const read = segments.some((one) => one.kind === "fact" || (one.kind === "text" && one.code.trim() !== ""));
  return { role: read ? "sentence" : roleOf(segments), mark, segments };
}

function kindOf(code: string): Segment["kind"] {
  if (code.startsWith("{{")) return "fact";
  return code.startsWith("{%") || code.startsWith("{#") ? "command" : "text";
}

const ROLES: [RegExp, LineRole][] = [
  [/^\{%-?\s*for\b/, "repeated"],
  [/^\{%-?\s*if\b/, "conditional"],
  [/^\{%-?\s*(?:elif|else)\b/, "otherwise"],
  [/^\{%-?\s*(?:endfor|endif)\b/, "ends"],
];

function roleOf(segments: Segment[]): LineRole {
  const first = segments.find((one) => one.kind === "command")?.code ?? "";
  return ROLES.find(([pattern]) => pattern.test(first))?.[1] ?? "program";
}

export function textOf(lines: Line[]): string {
  return lines.map(({ mark, segments }) => mark + segments.map((one) => one.code).join("")).join("\n");
}

/** The names of the fields in a fact, the longest first: `session.full`, `full`. */
export function fieldsOf(code: string): string[] {
  const plain = code.replace(/"[^"]*"|'[^']*'/g, " ");
  const [path] = plain.match(/[a-z_]+(?:\.[a-z_0-9]+)*/) ?? [];
  const last = path?.split(".").at(-1);
  return path && last ? [path, last] : [];
}
