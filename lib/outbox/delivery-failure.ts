/** Why a message did not go out, without addresses or keys. */
export class DeliveryFailure extends Error {
  constructor(
    message: string,
    /** True when it surely did not arrive; false when the answer was lost and nobody knows. */
    readonly isCertain: boolean,
  ) {
    super(message);
    this.name = "DeliveryFailure";
  }
}
