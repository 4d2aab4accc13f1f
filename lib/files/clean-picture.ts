import "server-only";
import sharp from "sharp";
import { DomainError } from "@/lib/errors";
import { fileLimits } from "@/lib/files/limits";

const formats = { "image/jpeg": "jpeg", "image/png": "png", "image/webp": "webp" } as const;

export function isPicture(mediaType: string): mediaType is keyof typeof formats {
  return mediaType in formats;
}

/**
 * Draws a picture anew: turned as the camera meant it, without the place, time and device it carried, and without
 * anything hidden behind it. Refuses more pixels than a document needs, before they are unpacked.
 */
export async function cleanPicture(from: string, to: string, mediaType: keyof typeof formats): Promise<void> {
  try {
    await sharp(from, { limitInputPixels: fileLimits.picturePixels, failOn: "error" })
      .autoOrient()
      .resize({
        width: fileLimits.pictureEdge,
        height: fileLimits.pictureEdge,
        fit: "inside",
        withoutEnlargement: true,
      })
      .toFormat(formats[mediaType], { quality: 85 })
      .toFile(to);
  } catch (error) {
    const text = String(error);
    if (/ENOSPC|No space left/i.test(text)) throw Object.assign(new Error(text), { code: "ENOSPC" });
    throw new DomainError(
      "CONFLICT",
      /pixel limit/i.test(text)
        ? "图片太大（超过 6400 万像素）。请缩小后再上传。"
        : "图片打不开，可能已损坏。请用看图软件重新保存后再上传。",
    );
  }
}
