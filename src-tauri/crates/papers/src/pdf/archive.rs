//! PDF/A-2u (ISO 19005-2): what a file that is kept for ever says about itself, and the colour
//! space of its pages.

use chrono::NaiveDate;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::finish::PROGRAM;
use super::{Particulars, srgb};

/// Adds the description and the colour space, and returns what the catalog says of them.
#[must_use]
pub fn entries(document: &mut Document, particulars: &Particulars) -> Dictionary {
    let mut entries = Dictionary::new();
    entries.set("Metadata", metadata(document, particulars));
    entries.set("OutputIntents", vec![Object::Dictionary(output_intent(document))]);
    entries
}

fn output_intent(document: &mut Document) -> Dictionary {
    let mut colours = Dictionary::new();
    colours.set("N", 3);
    let profile = document.add_object(Stream::new(colours, srgb::profile()));
    let mut intent = Dictionary::new();
    intent.set("Type", "OutputIntent");
    intent.set("S", "GTS_PDFA1");
    intent.set("OutputConditionIdentifier", Object::string_literal("sRGB IEC61966-2.1"));
    intent.set("Info", Object::string_literal("sRGB IEC61966-2.1"));
    intent.set("DestOutputProfile", profile);
    intent
}

/// The description is left readable for programs that search files for it.
fn metadata(document: &mut Document, particulars: &Particulars) -> ObjectId {
    let mut about = Dictionary::new();
    about.set("Type", "Metadata");
    about.set("Subtype", "XML");
    document.add_object(Stream::new(about, xmp(particulars).into_bytes()).with_compression(false))
}

/// Says the same as the information dictionary, as ISO 19005-2 wants it (6.6.3).
fn xmp(particulars: &Particulars) -> String {
    let (title, date) = (escaped(&particulars.title), iso_date(particulars.date));
    format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
         <rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\
         <pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>\
         <dc:format>application/pdf</dc:format>\
         <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>\
         <dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>\
         <xmp:CreatorTool>{PROGRAM}</xmp:CreatorTool><xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>\
         <pdf:Producer>{PROGRAM}</pdf:Producer>\
         </rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>"
    )
}

/// Midnight of the day, Beijing time, as the information dictionary has it.
fn iso_date(date: NaiveDate) -> String {
    date.format("%Y-%m-%dT00:00:00+08:00").to_string()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
