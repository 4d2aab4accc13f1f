const digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** 一, 十, 十二, 二十一 … for 1 to 99. */
export function chineseNumeral(number: number): string {
  const tens = Math.floor(number / 10);
  const ones = digits[number % 10] ?? "";
  if (tens === 0) return ones;
  return `${tens === 1 ? "" : digits[tens]}十${ones}`;
}

/** The levels of an official document (GB/T 9704-2012, 7.3.3): 一、 （一） 1. */
export type Level = 1 | 2 | 3;

/** Counts headings: each call gives the number of the next one; a higher level starts the lower ones anew. */
export function headingNumbers(): (level: Level) => string {
  const counts = [0, 0, 0];
  return (level) => {
    counts[level - 1] = (counts[level - 1] ?? 0) + 1;
    counts.fill(0, level);
    const count = counts[level - 1] ?? 0;
    switch (level) {
      case 1:
        return `${chineseNumeral(count)}、`;
      case 2:
        return `（${chineseNumeral(count)}）`;
      case 3:
        return `${count}. `;
    }
  };
}
