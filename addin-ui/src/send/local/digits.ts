/**
 * Does this number hold together?
 *
 * Check digits and structure, as the service reckons them (`app/checks/identity/validators.py`), for what can be
 * told without it. Over bare numbers: capitals and digits only.
 */
const figures = (number: string): number[] => number.split("").map(Number);
const isVaried = (number: string): boolean => new Set(number.split("")).size > 1;

/** Ten digits whose last is the NHS check digit; 999… is kept for tests. */
export function isNhsNumber(number: string): boolean {
  if (!/^\d{10}$/.test(number) || !isVaried(number) || number.startsWith("999")) return false;
  const digits = figures(number);
  const sum = digits.slice(0, 9).reduce((total, digit, at) => total + digit * (10 - at), 0);
  const check = 11 - (sum % 11);
  return (check === 11 ? 0 : check) === digits[9];
}

const NINO = /^[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z]\d{6}[A-D]$/;
/** Never used, or used by HMRC's offices for numbers that look alike. */
const NOT_A_PERSON = ["BG", "GB", "KN", "NK", "NT", "TN", "ZZ", "CR", "FY", "MW", "NC", "PP", "PY", "PZ"];

export const isNino = (number: string): boolean =>
  NINO.test(number) && !NOT_A_PERSON.includes(number.slice(0, 2));

/** What card schemes publish for trying things out. */
const TEST_CARDS = [
  "4111111111111111",
  "4012888888881881",
  "4242424242424242",
  "4000056655665556",
  "4222222222222",
  "5555555555554444",
  "5105105105105100",
  "5200828282828210",
  "2223003122003222",
  "6011111111111117",
  "6011000990139424",
  "378282246310005",
  "371449635398431",
  "30569309025904",
  "3530111333300000",
];

/** An issuer's range, its length, and the Luhn digit. */
export const isCard = (number: string): boolean =>
  /^\d{13,19}$/.test(number) &&
  isVaried(number) &&
  isIssued(number) &&
  isLuhn(number) &&
  !TEST_CARDS.includes(number);

function isIssued(number: string): boolean {
  const two = Number(number.slice(0, 2));
  const three = Number(number.slice(0, 3));
  const four = Number(number.slice(0, 4));
  const { length } = number;
  if (number.startsWith("4")) return [13, 16, 19].includes(length);
  if ((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720)) return length === 16;
  if (two === 34 || two === 37) return length === 15;
  if (two === 36 || two === 38 || (three >= 300 && three <= 305)) return length === 14;
  return (two === 50 || (two >= 56 && two <= 69) || two === 35 || two === 81) && length >= 16;
}

function isLuhn(number: string): boolean {
  const sum = figures(number)
    .reverse()
    .reduce((total, digit, at) => {
      const twice = digit * 2;
      return total + (at % 2 === 0 ? digit : twice > 9 ? twice - 9 : twice);
    }, 0);
  return sum % 10 === 0;
}
