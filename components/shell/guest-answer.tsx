import type { ReactNode } from "react";
import { BareFrame } from "@/components/shell/bare-frame";

/** What somebody without an account reads when the link is used, or cannot be. */
export function GuestAnswer(props: { title: string; children: ReactNode }) {
  return (
    <BareFrame title={props.title}>
      <div className="panel" role="status">
        {props.children}
      </div>
    </BareFrame>
  );
}
