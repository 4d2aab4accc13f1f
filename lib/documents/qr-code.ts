import "server-only";
import { toString as drawAs } from "qrcode";

/** An address as a QR code: an SVG picture, ready for an image's `src`. */
export async function drawQrCode(address: string): Promise<string> {
  const svg = await drawAs(address, { type: "svg", errorCorrectionLevel: "M", margin: 2 });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
}
