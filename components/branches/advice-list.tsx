import type { Advice } from "@/lib/branches/rules";

/** What the rules advise: calm, each with where it is written. Nothing is blocked because of it. */
export function AdviceList({ advice }: { advice: Advice[] }) {
  return (
    <ul className="grid gap-2">
      {advice.map(({ rule, text, source }) => (
        <li key={`${rule} ${text}`}>
          {text}
          <details className="text-xs text-ink-2">
            <summary className="cursor-pointer leading-6">依据</summary>
            {source}
          </details>
        </li>
      ))}
    </ul>
  );
}
