import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { Frame } from "@/components/shell/frame";
import { isWayOpen, menuOf } from "@/lib/auth/navigation";
import { currentSession, requireActor } from "@/lib/auth/session";
import { hasSamples } from "@/lib/db/samples";
import { countUnread } from "@/lib/notifications/queries";
import { logOutAction } from "@/lib/sessions/actions";

export default async function PortalLayout({ children }: { children: React.ReactNode }) {
  const actor = await requireActor();
  const [session, isSample, unread, sent] = await Promise.all([
    currentSession(),
    hasSamples(),
    countUnread(actor),
    headers(),
  ]);
  const path = sent.get("x-path") ?? "";
  if (!isWayOpen(actor, path)) notFound();
  const menu = menuOf(actor);
  return (
    <Frame
      person={{ name: actor.name, place: session?.placeName ?? null }}
      menu={menu}
      path={path}
      canSearch={menu.some(({ ways }) => ways.some(({ href }) => href === "/enterprises"))}
      unread={unread}
      isSample={isSample}
      logOut={logOutAction}
    >
      {children}
    </Frame>
  );
}
