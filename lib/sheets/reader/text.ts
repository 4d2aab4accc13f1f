/** Excel's longest cell; what a file holds beyond it is dropped. */
const longestCell = 32_767;

/** Collects a cell's text from `t` elements, plain or in runs, leaving out the phonetic marks over it. */
export class TextCollector {
  private parts = "";
  private isOpen = false;
  private phonetic = 0;

  open(name: string): void {
    if (name === "rPh") this.phonetic++;
    if (name === "t") this.isOpen = this.phonetic === 0;
  }

  text(text: string): void {
    if (this.isOpen && this.parts.length < longestCell) this.parts += text;
  }

  close(name: string): void {
    if (name === "rPh") this.phonetic--;
    if (name === "t") this.isOpen = false;
  }

  take(): string {
    const text = this.parts;
    this.parts = "";
    return readText(text);
  }
}

/** Text as people see it: `_x000D_` is how the format writes a character that XML cannot hold. */
export function readText(text: string): string {
  const cut = text.length > longestCell ? text.slice(0, longestCell) : text;
  if (!cut.includes("_x")) return cut;
  return cut.replace(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
