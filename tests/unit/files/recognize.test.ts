import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mediaTypes } from "@/lib/files/accepted";
import { cleanPicture } from "@/lib/files/clean-picture";
import { recognizeFile } from "@/lib/files/recognize";
import { zipOf } from "@/tests/support/files/raw-zip";
import { officeFile, oldOfficeFile, sampleFiles } from "@/tests/support/files/sample-files";

const home = mkdtempSync(join(tmpdir(), "recognize-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

let samples: Record<string, Buffer>;
beforeAll(async () => {
  samples = await sampleFiles();
});

const path = join(home, "file");
function recognize(bytes: Buffer | string, name: string): Promise<string> {
  writeFileSync(path, bytes);
  return recognizeFile(path, name);
}

describe("S40: the name's end and the content say the same, or the file is refused", () => {
  const sameKind = new Set(["jpg jpeg", "jpeg jpg"]);

  test("every kind under every name", async () => {
    const wrong: string[] = [];
    for (const [kind, bytes] of Object.entries(samples)) {
      for (const [extension, mediaType] of Object.entries(mediaTypes)) {
        const isRight = kind === extension || sameKind.has(`${kind} ${extension}`);
        const answer = await recognize(bytes, `文件.${extension}`).catch(() => "refused");
        if (answer !== (isRight ? mediaType : "refused")) wrong.push(`${kind} as .${extension}: ${answer}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test.each([
    ["a page as .html", "<html><script>alert(1)</script>", "页面.html", "这类文件不能作为附件"],
    ["a drawing with script as .svg", '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', "图.svg", "这类文件"],
    ["the same as .png", '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', "图.png", "内容与扩展名"],
    ["a page as .pdf", "<html></html>%PDF-1.4", "页.pdf", "内容与扩展名"],
    ["a program", "MZ\u0090", "安装.exe", "这类文件不能作为附件"],
    ["a program as .doc", "MZ\u0090", "安装.doc", "内容与扩展名"],
    ["text", "plain", "说明.txt", "这类文件不能作为附件"],
    ["no end of a name", "%PDF-1.4", "说明", "这类文件不能作为附件"],
    ["two ends", "MZ", "说明.pdf.exe", "这类文件不能作为附件"],
    ["nothing inside", "", "空.pdf", "内容与扩展名"],
  ])("%s", async (_what, bytes, name, words) => {
    await expect(recognize(bytes, name)).rejects.toThrow(words);
  });

  test("archives that are no document: plain, with macros, with a program, locked, too many parts, too large", async () => {
    const word = (more: Parameters<typeof zipOf>[0]) =>
      officeFile("word/document.xml", "wordprocessingml.document", more);
    await expect(recognize(zipOf([{ name: "a.txt", content: "a" }]), "文.docx")).rejects.toThrow("内容与扩展名");
    await expect(recognize(word([{ name: "word/vbaProject.bin", content: "a" }]), "文.docx")).rejects.toThrow("宏");
    await expect(recognize(word([{ name: "word/embeddings/a.exe", content: "a" }]), "文.docx")).rejects.toThrow("程序");
    const locked = { name: "word/a.xml", content: "a", encrypted: true };
    await expect(recognize(word([locked]), "文.docx")).rejects.toThrow("打开密码");
    const many = Array.from({ length: 5_001 }, (_, index) => ({ name: `word/${index}.xml`, content: "" }));
    await expect(recognize(word(many), "文.docx")).rejects.toThrow("内容与扩展名");
    const bomb = { name: "word/b.xml", content: "a", claimedSize: 500 * 1024 * 1024 };
    await expect(recognize(word([bomb]), "文.docx")).rejects.toThrow("内容与扩展名");
    const climbing = { name: "../../a.xml", content: "a" };
    await expect(recognize(word([climbing]), "文.docx")).rejects.toThrow("内容与扩展名");
  });

  test("the old container with something else inside, and a locked new document in it", async () => {
    await expect(recognize(oldOfficeFile("Installer"), "文.doc")).rejects.toThrow("内容与扩展名");
    await expect(recognize(oldOfficeFile("EncryptedPackage"), "文.docx")).rejects.toThrow("打开密码");
  });
});

describe("S46: pictures are drawn anew", () => {
  const cleaned = join(home, "cleaned");

  test.each(["jpeg", "png", "webp"] as const)(
    "%s: place, device and comment are gone, it stands upright",
    async (format) => {
      const withPlace = await sharp({ create: { width: 60, height: 40, channels: 3, background: "#a4161a" } })
        .withExif({ IFD0: { Make: "相机", ImageDescription: "机密" }, IFD3: { GPSLatitude: "29/1 43/1 0/1" } })
        .withMetadata({ orientation: 6 })
        .toFormat(format)
        .toBuffer();
      expect((await sharp(withPlace).metadata()).exif).toBeDefined();
      writeFileSync(path, withPlace);
      await cleanPicture(path, cleaned, `image/${format}`);
      const { exif, xmp, iptc, orientation, width, height } = await sharp(cleaned).metadata();
      expect([exif, xmp, iptc, orientation]).toEqual([undefined, undefined, undefined, undefined]);
      expect([width, height]).toEqual([40, 60]);
    },
  );

  test("a page hidden behind the picture does not come through", async () => {
    writeFileSync(path, Buffer.concat([samples.png ?? Buffer.alloc(0), Buffer.from("<script>alert(1)</script>")]));
    await cleanPicture(path, cleaned, "image/png");
    expect((await sharp(cleaned).toBuffer()).includes("script")).toBe(false);
  });

  test("more pixels than a document needs are refused before they are unpacked", async () => {
    writeFileSync(path, pngThatClaims(30_000, 30_000));
    await expect(cleanPicture(path, cleaned, "image/png")).rejects.toThrow("图片太大");
  });

  test("a broken picture is refused; a large one is made smaller", async () => {
    writeFileSync(path, (samples.jpg ?? Buffer.alloc(0)).subarray(0, 120));
    await expect(cleanPicture(path, cleaned, "image/jpeg")).rejects.toThrow("打不开");
    const large = sharp({ create: { width: 6_000, height: 100, channels: 3, background: "#fff" } });
    writeFileSync(path, await large.png().toBuffer());
    await cleanPicture(path, cleaned, "image/png");
    expect((await sharp(cleaned).metadata()).width).toBe(4_096);
  });
});

/** A few hundred bytes that say they are a picture of that size. */
function pngThatClaims(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from("89504e470d0a1a0a", "hex");
  return Buffer.concat([
    signature,
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(Buffer.alloc(1_000))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
