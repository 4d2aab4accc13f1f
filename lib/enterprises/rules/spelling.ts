import { normaliseName } from "@/lib/identifiers/name";
import { searchKeysOf } from "@/lib/search/keys";
import { pinyinSortKey } from "@/lib/search/pinyin";

/** All that follows from an enterprise's name. Its former names stay among the keys, so that it is still found by them. */
export function spelledEnterprise(name: string, formerNames: readonly string[] = []) {
  return {
    name,
    nameKey: normaliseName(name),
    nameSort: pinyinSortKey(name),
    searchKeys: [...new Set([name, ...formerNames].flatMap((each) => searchKeysOf(each)))],
  };
}
