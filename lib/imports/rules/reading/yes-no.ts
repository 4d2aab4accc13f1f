import { type Reading, saysNothing, textOf } from "@/lib/imports/rules/reading/cells";
import type { Cell } from "@/lib/sheets/cell";

const YES =
  /^(是|有|对|Y|YES|T|TRUE|1|√|✓|✔|☑|■|●|已入驻|入驻|实际入驻|实地入驻|实体入驻|入驻中|在驻|在园|在园办公|实地办公|实际办公|已入园|入园)$/i;
const NO =
  /^(否|不|不是|无|没有|N|NO|F|FALSE|0|×|✗|✘|X|☐|□|未入驻|不入驻|非入驻|没有入驻|尚未入驻|已迁出|已退出|已搬离|不在园|未入园|离园|仅注册|只注册|注册|注册未入驻|仅注册未入驻|虚拟注册|虚拟入驻|虚拟|未实地办公)$/i;

/** 是/否 in the signs people use, and the words for 入驻; other words stay empty with a note. */
export function readYesNo(cell: Cell | undefined): Reading<boolean> {
  const written = textOf(cell);
  const text = written
    .normalize("NFKC")
    .replace(/[\s。.]/g, "")
    .replace(/\(.*\)$/, "");
  if (YES.test(text)) return { value: true };
  if (NO.test(text)) return { value: false };
  if (saysNothing(written)) return { value: null };
  return { value: null, note: `“${written}”看不出是或否，留空` };
}
