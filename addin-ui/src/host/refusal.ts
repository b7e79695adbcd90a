/**
 * How does Outlook say no?
 *
 * A call that breaks a limit does not throw in the add-in: it comes back as a failed AsyncResult. Names are
 * those of the documentation of Office.js; the numbers only tell them apart.
 */
export class Refusal extends Error {
  constructor(
    override readonly name: RefusalName,
    message: string,
  ) {
    super(message);
  }

  get code(): number {
    return 9000 + NAMES.indexOf(this.name);
  }
}

const NAMES = [
  "GenericResponseError",
  "AttachmentSizeExceeded",
  "DataExceedsMaximumSize",
  "FormatNotSupported",
  "InvalidAttachmentId",
  "InternalServerError",
  "InvalidFormatError",
  "KeyNotFound",
  "NumberOfNotificationMessagesExceeded",
  "NumberOfAttachmentsExceeded",
  "NumberOfRecipientsExceeded",
  "OperationNotSupported",
] as const;

export type RefusalName = (typeof NAMES)[number];
