// `npm start`: from an empty checkout to a running portal. Runs on the machine's own Node, so it stays plain JavaScript.
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { installMissing } from "./setup/install.mjs";
import { becomeScript, findRuntime, refuseAncientNode } from "./setup/runtime.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

refuseAncientNode();
installMissing(root, { dev: false });
becomeScript(root, findRuntime(root), "scripts/portal.ts");
