/** Headers of every answer; pages get their content security policy, with its nonce, in proxy.ts. */
const headers = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  // The phone may be asked where it is, only by the portal itself and only when somebody adds a place to a visit.
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(self)" },
];

if ((process.env.NEXTAUTH_URL ?? "").startsWith("https://")) {
  headers.push({ key: "Strict-Transport-Security", value: "max-age=31536000" });
}

/** @type {import("next").NextConfig} */
const nextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  // Types are checked by `tsc` in `npm test`, in a fraction of the time.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["@node-rs/argon2", "pg", "pg-boss", "pino", "echarts", "@e965/xlsx"],
  headers: async () => [{ source: "/:path*", headers }],
};

export default nextConfig;
