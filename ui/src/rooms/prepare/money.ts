/** Yuan as 万元: exact, without zeros at the end. */
export function tenThousands(yuan: number): string {
  return String(yuan / 10_000);
}

/** 万元 as typed, in yuan; null if it is no amount of at most four figures after the point. */
export function yuanOf(typed: string): number | null {
  const figures = typed.normalize("NFKC").replaceAll(",", "").trim();
  if (figures === "") return 0;
  const parts = figures.match(/^(\d{1,6})(?:\.(\d{1,4}))?$/);
  if (!parts) return null;
  return Number(parts[1]) * 10_000 + Number((parts[2] ?? "").padEnd(4, "0"));
}
