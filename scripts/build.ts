// `npm run build`: the database client and the production build.
import { runCommand } from "@/scripts/command";
import { ensureBuilt } from "@/scripts/serving/build";

await runCommand(() => ensureBuilt({ evenIfFresh: true }));
