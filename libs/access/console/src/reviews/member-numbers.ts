/** Numbers of members as people type them: `M-10422, 10423`. @returns `null` where something else stands there */
export function numbersIn(text: string): readonly string[] | null {
  const typed = text.split(/[\s,;]+/).filter(Boolean);
  const numbers = typed.map((one) => /^m?-?(\d{5,9})$/i.exec(one)?.[1]);
  return numbers.some((one) => one === undefined) ? null : [...new Set(numbers.flatMap((one) => one ?? []))];
}
