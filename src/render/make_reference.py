#!/usr/bin/python3
"""Makes reference.docx, the page and the styles of nammo's Word files, from pandoc's own: A4 after Decree 30/2020/ND-CP,
Times New Roman 14, black, page numbers on top from the second page on. The same pandoc gives the same bytes.

usage: make_reference.py > shipped/reference.docx
"""
import io
import re
import subprocess
import sys
import zipfile

TIMES = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>'
SIZE = '<w:sz w:val="28"/><w:szCs w:val="28"/>'
BODY = '<w:spacing w:before="60" w:after="60" w:line="300" w:lineRule="auto"/><w:ind w:firstLine="567"/><w:jc w:val="both"/>'
HEAD = '<w:keepNext/><w:keepLines/><w:spacing w:before="160" w:after="60"/><w:ind w:firstLine="567"/><w:jc w:val="both"/>'
CENTRE = '<w:keepNext/><w:keepLines/><w:spacing w:before="0" w:after="0"/><w:jc w:val="center"/>'
BOLD = '<w:b/><w:bCs/>'
# Style: its paragraph and its letters. Any other style loses its colour and its font.
STYLES = {"BodyText": (BODY, ""), "FirstParagraph": (BODY, ""), "Compact": (BODY, ""),
          "Title": (CENTRE, BOLD), "Heading1": (CENTRE.replace('before="0"', 'before="360"'), BOLD),
          "Heading2": (HEAD, BOLD), "Heading3": (HEAD, BOLD), "Heading4": (HEAD, BOLD + "<w:i/>"), "Abstract": (CENTRE, "")}
OUTLINE = {"Heading1": 0, "Heading2": 1, "Heading3": 2, "Heading4": 3}
NAMESPACES = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
              'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"')
HEADER = f"""<?xml version="1.0" encoding="UTF-8"?>
<w:hdr {NAMESPACES}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r>\
<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>\
<w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>
"""
EMPTY = f'<?xml version="1.0" encoding="UTF-8"?>\n<w:hdr {NAMESPACES}><w:p/></w:hdr>\n'
# Margins of 20, 15, 20 and 30 mm, in twentieths of a point.
SECTION = ('<w:sectPr><w:headerReference w:type="default" r:id="rId101"/><w:headerReference w:type="first" r:id="rId102"/>'
           '<w:pgSz w:w="11906" w:h="16838"/>'
           '<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="510" w:footer="510" w:gutter="0"/>'
           '<w:titlePg/></w:sectPr>')
RELATIONS = "".join(
    '<Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" '
    f'Id="rId{number}" Target="{name}"/>' for number, name in [(101, "header1.xml"), (102, "header2.xml")])
TYPES = "".join(
    f'<Override PartName="/word/{name}" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>'
    for name in ["header1.xml", "header2.xml"])


def replaced(pattern, new, text):
    result, count = re.subn(pattern, lambda found: new, text, flags=re.S)
    assert count >= 1, pattern
    return result


def style(text):
    """One <w:style>, as nammo wants it."""
    name = re.search(r'w:styleId="(\w+)"', text).group(1)
    text = re.sub(r"<w:rFonts [^>]*/>|<w:color [^>]*/>", "", text)
    if name not in STYLES:
        return text
    paragraph, letters = STYLES[name]
    if name in OUTLINE:
        paragraph += f'<w:outlineLvl w:val="{OUTLINE[name]}"/>'
    text = re.sub(r"\s*<w:[pr]Pr>.*?</w:[pr]Pr>", "", text, flags=re.S)
    return text.replace("</w:style>", f"<w:pPr>{paragraph}</w:pPr><w:rPr>{letters}{SIZE}</w:rPr></w:style>")


def styles(text):
    text = replaced(r"<w:rPrDefault>.*?</w:rPrDefault>", f'<w:rPrDefault><w:rPr>{TIMES}{SIZE}'
                    '<w:lang w:val="vi-VN" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>', text)
    text = replaced(r"<w:pPrDefault>.*?</w:pPrDefault>",
                    '<w:pPrDefault><w:pPr><w:spacing w:after="0"/></w:pPr></w:pPrDefault>', text)
    return re.sub(r"<w:style .*?</w:style>", lambda found: style(found.group()), text, flags=re.S)


def main():
    default = subprocess.run(["pandoc", "--print-default-data-file", "reference.docx"], capture_output=True, check=True).stdout
    parts = {}
    with zipfile.ZipFile(io.BytesIO(default)) as archive:
        for name in archive.namelist():
            parts[name] = archive.read(name).decode("utf-8")
    parts["word/styles.xml"] = styles(parts["word/styles.xml"])
    parts["word/document.xml"] = replaced(r"<w:body>.*</w:body>", f"<w:body><w:p/>{SECTION}</w:body>", parts["word/document.xml"])
    relations = "word/_rels/document.xml.rels"
    parts[relations] = re.sub(r"<Relationship [^>]*External[^>]*/>", "", parts[relations])
    parts[relations] = parts[relations].replace("</Relationships>", RELATIONS + "</Relationships>")
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace("</Types>", TYPES + "</Types>")
    parts["word/header1.xml"] = HEADER
    parts["word/header2.xml"] = EMPTY
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, text)
    sys.stdout.buffer.write(made.getvalue())


if __name__ == "__main__":
    main()
