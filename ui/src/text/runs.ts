/** Numbers in order with those that follow each other drawn together: 3, 4, 5, 9 as 3至5, 9. */
export function runs(numbers: number[], to: string): string[] {
  const found: [number, number][] = [];
  for (const number of numbers) {
    const last = found.at(-1);
    if (last && last[1] + 1 === number) last[1] = number;
    else found.push([number, number]);
  }
  return found.map(([first, last]) => (first === last ? String(first) : `${first}${to}${last}`));
}
