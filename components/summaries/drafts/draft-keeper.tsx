"use client";

import { useEffect, useRef, useState } from "react";
import { DraftNotice, type Notice } from "@/components/summaries/drafts/draft-notice";
import { draftKey } from "@/components/summaries/drafts/draft-store";
import { type Keeping, keepForm } from "@/components/summaries/drafts/keep-form";

/**
 * Stands inside the form of a summary and saves it while it is typed. What the server did not take stays in the page
 * and on this device, with a line that says what happened and what to do. Without JavaScript the form saves by its buttons.
 */
export function DraftKeeper(props: {
  userId: string;
  planId: string;
  branchId: string;
  labels: Record<string, string>;
}) {
  const place = useRef<HTMLDivElement>(null);
  const keeping = useRef<Keeping>(null);
  const [notice, setNotice] = useState<Notice>({ kind: "none" });
  const { userId, planId, branchId } = props;
  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    const kept = keepForm(form, draftKey(userId, planId, branchId), setNotice);
    keeping.current = kept;
    return kept.stop;
  }, [userId, planId, branchId]);
  return (
    <div ref={place} role="status" aria-live="polite">
      <DraftNotice
        notice={notice}
        labels={props.labels}
        onSave={() => keeping.current?.save()}
        onOverwrite={() => keeping.current?.overwrite()}
        onTakeTheirs={() => keeping.current?.takeTheirs()}
      />
    </div>
  );
}
