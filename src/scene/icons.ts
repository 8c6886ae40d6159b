import {
  CircleDot,
  ClipboardCheck,
  FileText,
  Frown,
  Globe,
  GraduationCap,
  Handshake,
  type IconNode,
  LayoutDashboard,
  Mail,
  Mailbox,
  MapPin,
  Megaphone,
  MessageCircle,
  Newspaper,
  Phone,
  Receipt,
  Search,
  Share2,
  ShoppingCart,
  Smartphone,
  Store,
  Target,
  Ticket,
  Truck,
  User,
  Users,
  Video,
  Wrench,
} from "lucide";
import { foldForSearch } from "#model/queries.ts";
import type { ColorName } from "./palette.ts";
import type { PathShape } from "./shapes.ts";

/** The table of channel icons: the first entry of which a word occurs in the channel's name is taken. */
const channelIcons: readonly (readonly [words: readonly string[], icon: IconNode])[] = [
  [["video", "webinar", "zoom", "teams"], Video],
  [["telefon", "phone", "hotline", "call", "anruf", "ruckruf"], Phone],
  [["messe", "fair", "event", "veranstaltung", "konferenz", "conference", "trade show"], Ticket],
  [["webshop", "shop", "warenkorb", "cart", "checkout"], ShoppingCart],
  [["newsletter", "mail"], Mail],
  [["suchmaschine", "search", "google", "suche"], Search],
  [["chat", "whatsapp", "messenger", "sms"], MessageCircle],
  [["social", "linkedin", "instagram", "facebook", "xing", "youtube"], Share2],
  [["portal", "konto", "account", "dashboard"], LayoutDashboard],
  [["app", "mobil", "smartphone"], Smartphone],
  [["website", "webseite", "web", "online", "blog", "internet"], Globe],
  [["presse", "press", "magazin", "zeitung", "zeitschrift", "article", "artikel"], Newspaper],
  [["empfehlung", "referral", "word of mouth", "recommend", "kollege", "bewertung", "review"], Users],
  [["werbung", "anzeige", "ad", "advert", "kampagne", "campaign", "plakat"], Megaphone],
  [["schulung", "training", "kurs", "course", "academy", "akademie"], GraduationCap],
  [["filiale", "store", "laden", "branch", "showroom", "geschaft"], Store],
  [["lieferung", "delivery", "versand", "spedition", "shipping", "paket", "parcel"], Truck],
  [["techniker", "service", "reparatur", "repair", "field", "werkstatt", "workshop"], Wrench],
  [["rechnung", "invoice", "zahlung", "payment"], Receipt],
  [["brief", "post", "letter"], Mailbox],
  [["vertrag", "contract", "dokument", "document", "pdf", "katalog", "prospekt", "brochure"], FileText],
  [["gesprach", "verhandlung", "meeting", "termin", "berater", "advis", "person"], Handshake],
  [["besuch", "visit", "vor ort", "on site", "onsite"], MapPin],
];

const signs = {
  content: FileText,
  disappointment: Frown,
  journey: Target,
  measure: ClipboardCheck,
  persona: User,
} as const;

export type Sign = keyof typeof signs;

const iconByChannel = new Map<string, IconNode>();

function channelIcon(channel: string): IconNode {
  const known = iconByChannel.get(channel);
  if (known) return known;
  const words = foldForSearch(channel);
  const found = channelIcons.find(([candidates]) => candidates.some((word) => matchesWord(words, word)));
  const icon = found?.[1] ?? CircleDot;
  if (iconByChannel.size < 1000) iconByChannel.set(channel, icon);
  return icon;
}

/** Short words must stand alone: "ad" is no part of "Adressbuch". */
function matchesWord(text: string, word: string): boolean {
  if (word.length > 3) return text.includes(word);
  return text.split(/[^\p{L}\p{N}]+/u).some((part) => part === word);
}

/** The icon of a channel by its name, in the languages of the interface; a dot for an unknown one. */
export function drawChannelIcon(
  channel: string,
  x: number,
  y: number,
  size: number,
  color: ColorName,
): PathShape {
  return drawIcon(channelIcon(channel), x, y, size, color);
}

export function drawSign(sign: Sign, x: number, y: number, size: number, color: ColorName): PathShape {
  return drawIcon(signs[sign], x, y, size, color);
}

function drawIcon(icon: IconNode, x: number, y: number, size: number, stroke: ColorName): PathShape {
  return { type: "path", d: iconPath(icon), x, y, scale: size / 24, stroke, strokeWidth: 2 };
}

const paths = new Map<IconNode, string>();

/** All parts of an icon as one path on a square of 24. */
function iconPath(icon: IconNode): string {
  const known = paths.get(icon);
  if (known !== undefined) return known;
  const result = icon.map(([tag, attributes]) => partPath(tag, attributes)).join("");
  paths.set(icon, result);
  return result;
}

function partPath(tag: string, attributes: Readonly<Record<string, string | number | undefined>>): string {
  const number = (name: string) => Number(attributes[name] ?? 0);
  const arc = (cx: number, cy: number, rx: number, ry: number) =>
    `M${cx - rx} ${cy}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0`;
  switch (tag) {
    case "path":
      return String(attributes.d ?? "");
    case "circle":
      return arc(number("cx"), number("cy"), number("r"), number("r"));
    case "ellipse":
      return arc(number("cx"), number("cy"), number("rx"), number("ry"));
    case "line":
      return `M${number("x1")} ${number("y1")}L${number("x2")} ${number("y2")}`;
    case "polyline":
    case "polygon":
      return `M${String(attributes.points ?? "")}${tag === "polygon" ? "Z" : ""}`;
    case "rect": {
      const radius = number("rx") || number("ry");
      const { x, y, width, height } = {
        x: number("x"),
        y: number("y"),
        width: number("width"),
        height: number("height"),
      };
      const corner = (dx: number, dy: number) => `a${radius} ${radius} 0 0 1 ${dx} ${dy}`;
      return (
        `M${x + radius} ${y}h${width - 2 * radius}${corner(radius, radius)}v${height - 2 * radius}` +
        `${corner(-radius, radius)}h${-(width - 2 * radius)}${corner(-radius, -radius)}` +
        `v${-(height - 2 * radius)}${corner(radius, -radius)}z`
      );
    }
    default:
      return "";
  }
}
