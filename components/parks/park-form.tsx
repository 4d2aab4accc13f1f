import { TextField } from "@/components/ui/field";

/** The fields of a park, for a new one and for a correction. */
export function ParkFields(props: {
  park?: { name: string; address: string | null; latitude: number | null; longitude: number | null };
}) {
  const { park } = props;
  return (
    <>
      <TextField name="name" label="园区名称" isRequired initial={park?.name} />
      <PlaceFields place={park} />
    </>
  );
}

/** Where a park or a building lies. */
export function PlaceFields(props: {
  place?: { address: string | null; latitude: number | null; longitude: number | null } | undefined;
}) {
  const { place } = props;
  return (
    <>
      <TextField name="address" label="地址" initial={place?.address ?? ""} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="latitude"
          label="纬度"
          inputMode="decimal"
          initial={place?.latitude?.toString()}
          hint="可不填"
        />
        <TextField
          name="longitude"
          label="经度"
          inputMode="decimal"
          initial={place?.longitude?.toString()}
          hint="可不填"
        />
      </div>
    </>
  );
}
