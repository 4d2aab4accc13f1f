import { SelectField, TextField } from "@/components/ui/field";
import type { Role } from "@/generated/prisma/enums";
import { noPlaceNotes, roleLabels, roleNotes, scopeLabels } from "@/lib/accounts/labels";
import type { ScopeChoices } from "@/lib/accounts/queries/scope-choices";
import { roles } from "@/lib/accounts/schema";

/** The first question of every grant: which role. What it may see is said before it is given. */
export function RoleChoice(props: { path: string }) {
  return (
    <ul className="grid gap-3">
      {roles.map((role) => (
        <li key={role}>
          <a href={`${props.path}?role=${role}`} className="font-medium">
            {roleLabels[role]}
          </a>
          <p className="muted">{roleNotes[role]}</p>
        </li>
      ))}
    </ul>
  );
}

/** Narrows a long list of places by part of the name. A form of its own, so that it works without JavaScript. */
export function ScopeFinder(props: { path: string; role: Role; find: string; scope: ScopeChoices | null }) {
  if (!props.scope || (!props.scope.isCut && !props.find)) return null;
  return (
    <form action={props.path} className="mb-4 grid gap-1">
      <input type="hidden" name="role" value={props.role} />
      <label htmlFor="find">先按名称查找{scopeLabels[props.role]}</label>
      <span className="flex gap-2">
        <input
          id="find"
          className="input"
          type="search"
          name="find"
          defaultValue={props.find}
          maxLength={50}
          placeholder="名称的一部分或拼音首字母"
        />
        <button type="submit" className="button">
          查找
        </button>
      </span>
      {props.scope.isCut && <span className="muted">结果较多，下面只列出前 50 个。</span>}
    </form>
  );
}

/** Where the role acts and between which days. */
export function GrantFields(props: { role: Role; scope: ScopeChoices | null; day: string }) {
  const choices = props.scope?.choices.map(({ id, name, detail }) => ({
    value: id,
    label: detail ? `${name}（${detail}）` : name,
  }));
  return (
    <>
      <input type="hidden" name="role" value={props.role} />
      {choices && (
        <SelectField
          name="scopeId"
          label={scopeLabels[props.role] ?? "范围"}
          isRequired
          choices={choices}
          empty="请选择"
          initial={choices.length === 1 ? choices[0]?.value : ""}
        />
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="validFrom" label="起始日期" type="date" isRequired initial={props.day} />
        <TextField name="validTo" label="结束日期" type="date" hint="可不填。当天起不再有效。" />
      </div>
    </>
  );
}

/** What to do when a role has no place to act in yet, or none by that name. */
export function NoPlace(props: { role: Role; find: string }) {
  return props.find ? (
    <p>
      没有名称含“{props.find}”的{scopeLabels[props.role]}。请换一个词查找。
    </p>
  ) : (
    <p>{noPlaceNotes[props.role]}</p>
  );
}
