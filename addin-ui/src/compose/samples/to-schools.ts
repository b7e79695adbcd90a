/** Sample drafts to schools: the ones that routing is about. */
import { SIGNATURE, type Written } from "./sample";
import { date, day, dayAndYear } from "./week";

export const TO_SCHOOLS: readonly Written[] = [
  (week) => ({
    id: "all-schools",
    name: "Announcement to all schools",
    about: "A new form, nothing urgent",
    at: week.monday,
    to: [{ schools: 14 }],
    subject: `New in-year admissions form from ${week.nextTermFrom}`,
    body:
      `<p>Dear Headteachers,</p><p>From ${week.nextTermFrom} all schools will use a new in-year admissions form. It is shorter than the old one and can be filled in on a telephone.</p>` +
      "<p>Please share this with your office staff. The form and a one-page guide will be on the council website before the end of term.</p><p>Kind regards,</p>" +
      SIGNATURE,
  }),
  (week) => ({
    id: "urgent-return",
    name: "Urgent statutory return",
    about: "Due this week, by law",
    at: week.monday,
    to: [{ schools: 8 }],
    subject: "School census: your return is due on Thursday",
    body:
      `<p>Dear colleagues,</p><p>We have not yet received your ${week.term} school census return. The statutory deadline is ${dayAndYear(week, 3)}.</p>` +
      "<p>Please submit your return by noon on Thursday. If you have difficulty, telephone us today.</p><p>Kind regards,</p>" +
      SIGNATURE,
  }),
  (week) => ({
    id: "false-urgent",
    name: "“URGENT”, but it is not",
    about: "A survey with two weeks to go",
    at: week.monday,
    to: [{ schools: 10 }],
    subject: "URGENT: lunchtime survey for schools",
    body:
      `<p>Dear all,</p><p>We would like to hear how lunchtimes are going in your school. Please fill in our survey by ${day(week, 18)}.</p>` +
      "<p>I am e-mailing you directly because schools are more likely to respond to an e-mail than to the bulletin.</p><p>Thank you,</p>" +
      SIGNATURE,
  }),
  (week) => ({
    id: "one-cluster",
    name: "Note to one cluster",
    about: "Every school in one place",
    at: week.monday,
    to: [{ cluster: 0 }],
    subject: "Road works outside the library from Monday",
    body:
      `<p>Dear colleagues,</p><p>The road outside the library will be closed from ${day(week, 7)} for two weeks. School coaches should use the ring road.</p>` +
      "<p>Please tell families who come by car.</p><p>Kind regards,</p>" +
      SIGNATURE,
  }),
  (week) => ({
    id: "role",
    name: "Training for SENCOs",
    about: "One role across many schools",
    at: week.monday,
    to: [{ schools: 12 }],
    subject: `SENCO training day on ${date(week, 57)}`,
    body:
      `<p>Dear SENCOs,</p><p>Our next training day for all SENCOs is on ${dayAndYear(week, 57)}, from 09:30 to 15:00, at the Weald Centre.</p>` +
      `<p>Please book your place by ${day(week, 25)}.</p><p>Kind regards,</p>` +
      SIGNATURE,
  }),
  (week) => ({
    id: "one-school",
    name: "A question to one school",
    about: "Just what e-mail is for",
    at: week.monday,
    to: [{ schools: 1 }],
    subject: `Visit on ${day(week, 2)}`,
    body:
      `<p>Dear Mrs Ward,</p><p>Thank you for your time on the telephone. May I visit on ${day(week, 2)} at 10:00 to look at the new office?</p>` +
      "<p>Please let me know by Tuesday whether that suits you.</p><p>Kind regards,</p>" +
      SIGNATURE,
  }),
  (week) => ({
    id: "contact-list",
    name: "Own list of schools",
    about: "Outlook cannot see into it",
    at: week.monday,
    to: [{ name: "My schools" }],
    subject: `Bikeability places for the ${week.nextTerm}`,
    body:
      `<p>Dear all,</p><p>We have free Bikeability places for Year 5 and Year 6 in the ${week.nextTerm}. Please reply by ${day(week, 11)} if you would like some.</p><p>Kind regards,</p>` +
      SIGNATURE,
  }),
  (week) => ({
    id: "large-file",
    name: "Large file to schools",
    about: "18 MB, twenty copies",
    at: week.monday,
    to: [{ schools: 20 }],
    subject: "Photographs from the choir festival",
    body:
      "<p>Dear Headteachers,</p><p>Thank you for a wonderful choir festival. The programme and photographs are attached for you to share.</p><p>Kind regards,</p>" +
      SIGNATURE,
    attachments: [{ name: "choir-festival-photographs.zip", size: 18_400_000 }],
  }),
];
