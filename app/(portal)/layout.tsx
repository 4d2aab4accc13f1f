import { Frame } from "@/components/shell/frame";
import { navigationOf } from "@/lib/auth/navigation";
import { currentSession, requireActor } from "@/lib/auth/session";
import { logOutAction } from "@/lib/sessions/actions";

export default async function PortalLayout({ children }: { children: React.ReactNode }) {
  const actor = await requireActor();
  const session = await currentSession();
  const ways = navigationOf(actor);
  return (
    <Frame
      person={{ name: actor.name, place: session?.placeName ?? null }}
      ways={ways}
      canSearch={ways.some(({ href }) => href === "/enterprises")}
      isSample={process.env.PORTAL_SAMPLES === "1"}
      logOut={logOutAction}
    >
      {children}
    </Frame>
  );
}
