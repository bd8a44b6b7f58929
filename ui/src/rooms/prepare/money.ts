/** Yuan as 万元: exact, without zeros at the end. */
export function tenThousands(yuan: number): string {
  return String(yuan / 10_000);
}
