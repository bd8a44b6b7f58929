// Money as it is typed and shown: in 万元, kept in yuan.
import * as api from "#ui/shell/api";

/** Yuan as 万元: exact, without zeros at the end. */
export function tenThousands(yuan: number): string {
  return String(yuan / 10_000);
}

/** Yuan as it stands in a field; nothing for none. */
export const money = (yuan: number) => (yuan > 0 ? tenThousands(yuan) : "");

/** What was typed in 万元, in yuan, read as in a list (386万元, 1,200.5); null for what is no amount. */
export async function yuanOf(typed: string): Promise<number | null> {
  return typed.trim() === "" ? 0 : api.amountOf(typed).catch(() => null);
}
