import type { Metadata, Viewport } from "next";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "互联网行业党建管理平台", template: "%s · 互联网行业党建管理平台" },
};
export const viewport: Viewport = { width: "device-width", initialScale: 1, themeColor: "#a4161a" };

export default function RootLayout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="zh-CN">
      <body>{children}</body>
    </html>
  );
}
