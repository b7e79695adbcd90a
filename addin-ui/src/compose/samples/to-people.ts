/** Sample drafts to families, partners and colleagues: personal data, tone, lists and ordinary mail. */
import { SIGNATURE, type Written } from "./sample";
import { date, dateAndYear, day, hoursAfter, month, type Week } from "./week";

const quoted = (week: Week): string =>
  '<div id="appendonsend"></div><hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif" style="font-size:11pt" color="#000000">' +
  `<b>From:</b> Tom Aldous &lt;t.aldous@wealdshire.example&gt;<br><b>Sent:</b> ${dateAndYear(week, 0)} 09:12<br><b>To:</b> Priya Shah &lt;p.shah@wealdshire.example&gt;<br><b>Subject:</b> Invoice for the hall</font><div>&nbsp;</div></div>` +
  "<p>Hello Priya, I am afraid the invoice came back again because the order number is missing. Could you send it once more? Tom</p>";

const FAMILIES = [
  "Amara Okoye <amara.okoye@gmail.com>",
  "Ben Fielding <ben.fielding@outlook.com>",
  "C. Marsh <cmarsh72@yahoo.co.uk>",
  "Della Prior <della.prior@gmail.com>",
  "Ewan Hale <ewan.hale@hotmail.co.uk>",
  "Farah Iqbal <farah.iqbal@gmail.com>",
  "Gwen Tandy <gwen.tandy@icloud.com>",
  "Hugo Vance <hugo.vance@gmail.com>",
  "Ines Duarte <ines.duarte@outlook.com>",
  "Jon Pryce <jon.pryce@btinternet.com>",
  "Kezia Boateng <kezia.boateng@gmail.com>",
  "Liam Rowe <liam.rowe@hotmail.com>",
];

export const TO_PEOPLE: readonly Written[] = [
  (week) => ({
    id: "pupil-data",
    name: "Pupil details to a parent",
    about: "An NHS number to personal webmail",
    at: week.monday,
    to: [{ name: "Dana Whitlock" }],
    subject: "Your child's transport place",
    body:
      "<p>Dear Ms Whitlock,</p><p>I have asked for the transport place. These are the details we hold for the application:</p>" +
      "<p>Date of birth: 14/03/2016<br>NHS number: 943 476 5919<br>UPN: A123456789012</p>" +
      `<p>Please check them and reply by ${day(week, 4)}.</p><p>Kind regards,</p>` +
      SIGNATURE,
  }),
  (week) => ({
    id: "casework",
    name: "About one child, three schools",
    about: "Casework, not a mailing",
    at: week.monday,
    to: [{ schools: 3 }],
    subject: "Managed move meeting",
    body:
      "<p>Dear colleagues,</p><p>Could we meet about the managed move for Jamie Hollis? Jamie's transfer was agreed at the panel and the EHCP review is due.</p>" +
      `<p>Would ${day(week, 3)} at 14:00 suit you all?</p><p>Kind regards,</p>` +
      SIGNATURE,
  }),
  (week) => ({
    id: "many-families",
    name: "Many families in To",
    about: "Everybody sees everybody",
    at: week.monday,
    to: FAMILIES,
    subject: "Holiday club places",
    body:
      `<p>Dear parents and carers,</p><p>Thank you for asking about the holiday club. Places for ${month(week, 91)} open on ${day(week, 21)} at 09:00 on our website.</p><p>Kind regards,</p>` +
      SIGNATURE,
  }),
  (week) => ({
    id: "angry",
    name: "An angry reply",
    about: "Written in the heat",
    at: week.monday,
    to: [{ name: "Tom Aldous" }],
    cc: [{ name: "Efua Mensah" }, { name: "Communications Team" }],
    subject: "RE: Invoice for the hall",
    composeType: "reply",
    body:
      "<p>Tom,</p><p>This is absolutely ridiculous. I am SICK AND TIRED of your excuses!!! You are useless, and everybody in this office knows it.</p>" +
      "<p>Sort it out TODAY or I will make sure you regret it.</p><p>Priya</p>" +
      quoted(week),
  }),
  (week) => ({
    id: "password",
    name: "A password in the message",
    about: "Login details to a company",
    at: week.monday,
    to: [{ name: "Northfield Supplies" }],
    subject: "Your access to the ordering portal",
    body:
      "<p>Hello,</p><p>Here is your access to the ordering portal. The username is northfield01 and the password is Harvest!Moon27. Please try it before Friday.</p><p>Kind regards,</p>" +
      SIGNATURE,
  }),
  (week) => ({
    id: "address-list",
    name: "School contacts to a company",
    about: "A list in the attachment",
    at: week.monday,
    to: [{ name: "Northfield Supplies" }],
    subject: "School contacts as requested",
    body:
      "<p>Hello,</p><p>As requested, the list of school contacts is attached so that you can write to them about the new catalogue.</p><p>Kind regards,</p>" +
      SIGNATURE,
    attachments: [{ name: "school-contacts.csv", holds: "schools" }],
  }),
  (week) => ({
    id: "all-staff",
    name: "Cakes, to All Staff",
    about: "Everyone gets a copy",
    at: week.monday,
    to: [{ name: "All Staff" }],
    subject: "Cakes in the kitchen",
    body: "<p>Hi all,</p><p>There are cakes in the second floor kitchen for my birthday. Help yourselves!</p><p>Priya</p>",
  }),
  (week) => ({
    id: "forgotten-file",
    name: "Forgot the attachment",
    about: "And the date is not a Tuesday",
    at: week.monday,
    to: [{ name: "Tom Aldous" }],
    subject: `Budget for the ${week.nextTerm} term`,
    body:
      `<p>Hello Tom,</p><p>I have attached the budget for the ${week.nextTerm} term. Could you look through it before we meet on Tuesday ${date(week, 9)}?</p><p>Many thanks,</p>` +
      SIGNATURE,
  }),
  (week) => ({
    id: "late-night",
    name: "Late at night",
    about: "Reply wanted before work",
    at: hoursAfter(week, 3 * 24 + 12 + 2 / 3),
    to: [{ name: "Efua Mensah" }],
    subject: "Figures for tomorrow's meeting",
    body:
      "<p>Hi Efua,</p><p>Could you send me the figures tonight, or at the latest by 7am tomorrow? I know it is late.</p><p>Thanks,</p>" +
      SIGNATURE,
  }),
  (week) => ({
    id: "clean",
    name: "A clear note to a colleague",
    about: "Nothing to say about it",
    at: week.monday,
    to: [{ name: "Efua Mensah" }],
    subject: "Agenda for Thursday's team meeting",
    body:
      `<p>Hello Efua,</p><p>Could you add the ${week.nextTerm} timetable to the agenda for Thursday, please? I need it by Wednesday noon to print the papers.</p><p>Thank you,</p>` +
      SIGNATURE,
  }),
];
