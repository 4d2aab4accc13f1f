/** Writes text in GB18030, which Node only reads: two bytes for what GBK has, four for what lies beyond. */
export function encodeGb18030(text: string): Buffer {
  const bytes: number[] = [];
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    const pair = code < 0x80 ? [code] : (pairs.get(sign) ?? fourBytes(code));
    bytes.push(...pair);
  }
  return Buffer.from(bytes);
}

const pairs = new Map<string, [number, number]>();
const decoder = new TextDecoder("gb18030");
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    if (trail === 0x7f) continue;
    const sign = decoder.decode(Uint8Array.of(lead, trail));
    if ([...sign].length === 1 && sign !== "\ufffd") pairs.set(sign, [lead, trail]);
  }
}

/** Characters beyond the basic plane are numbered from 0x90308130 on. */
function fourBytes(code: number): number[] {
  if (code < 0x10000) throw new Error(`no GB18030 bytes known for U+${code.toString(16)}`);
  const number = code - 0x10000 + 189_000;
  const last = (number % 10) + 0x30;
  const third = (Math.floor(number / 10) % 126) + 0x81;
  const second = (Math.floor(number / 1260) % 10) + 0x30;
  return [Math.floor(number / 12_600) + 0x81, second, third, last];
}
