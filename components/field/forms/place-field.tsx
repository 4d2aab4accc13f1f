import { useEffect, useState } from "react";

export type Place = { latitude: number | null; longitude: number | null };

/** To about a metre; the phone tells more digits than it knows. */
const rounded = (degrees: number) => Math.round(degrees * 100_000) / 100_000;

/** The place of a visit, only where somebody wants to add it: one tap asks the phone, another takes it off again. */
export function PlaceField({ place, onChange }: { place: Partial<Place>; onChange: (place: Place) => void }) {
  const [state, setState] = useState<"idle" | "asking" | "failed">("idle");
  const [found, setFound] = useState<Place | null>(null);
  const { latitude, longitude } = place;

  // Handed on by the form as it is by then: what was typed while the phone looked for its place stays.
  useEffect(() => {
    if (!found) return;
    setFound(null);
    onChange(found);
  }, [found, onChange]);

  function ask() {
    setState("asking");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState("idle");
        setFound({ latitude: rounded(coords.latitude), longitude: rounded(coords.longitude) });
      },
      () => setState("failed"),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    );
  }

  if (typeof latitude === "number" && typeof longitude === "number") {
    return (
      <p className="flex flex-wrap items-center gap-2">
        已附位置 {latitude}，{longitude}
        <button type="button" className="button" onClick={() => onChange({ latitude: null, longitude: null })}>
          去掉位置
        </button>
      </p>
    );
  }
  return (
    <div>
      <button type="button" className="button" disabled={state === "asking"} onClick={ask}>
        {state === "asking" ? "正在取得位置……" : "附上所在位置（可不附）"}
      </button>
      {state === "failed" && (
        <p role="status" className="mt-1 text-attention">
          没有取得位置：手机没有允许，或暂时收不到信号。不附也可以保存。
        </p>
      )}
    </div>
  );
}
