-- What makes an office document of nammo's Markdown when pandoc writes DOCX: the
-- letterhead and the block of signature as tables without borders, tables with
-- borders and fitting columns, lists as paragraphs with a dash, the annex on a page
-- of its own. `<br>` breaks the line; any other tag is text; an image is its text, a
-- link its words, so that nothing is fetched. The forms that tell what is what are
-- those of include/nammo/html.h.

local text_width = 9354 -- of the page, in twentieths of a point: A4 less 30 and 15 mm
local upper = pandoc.text and pandoc.text.upper or string.upper
local lower = pandoc.text and pandoc.text.lower or string.lower

local function escape(text)
  return (text:gsub("[&<>\"]", { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;", ['"'] = "&quot;" }))
end

-- ---- inlines -----------------------------------------------------------------

local function is_break(tag)
  return tag == "<br>" or tag == "<br/>" or tag == "<br />"
end

local plain = {
  RawInline = function(raw)
    if is_break(raw.text) then return pandoc.LineBreak() end
    return pandoc.Str(raw.text)
  end,
  RawBlock = function(raw) return pandoc.Para({ pandoc.Str((raw.text:gsub("\n", " "))) }) end,
  Image = function(image) return image.caption end,
  Link = function(link) return link.content end,
}

local function letters(look)
  return "<w:rPr>" .. (look.bold and "<w:b/><w:bCs/>" or "") .. (look.italic and "<w:i/><w:iCs/>" or "") ..
    (look.size and string.format('<w:sz w:val="%d"/><w:szCs w:val="%d"/>', look.size, look.size) or "") .. "</w:rPr>"
end

local function run(text, look)
  return "<w:r>" .. letters(look) .. '<w:t xml:space="preserve">' .. escape(text) .. "</w:t></w:r>"
end

local function with(look, change)
  local result = {}
  for key, value in pairs(look) do result[key] = value end
  for key, value in pairs(change) do result[key] = value end
  return result
end

-- The lines of a list of inlines, each as runs, with its bare text.
local function lines_of(inlines, look)
  local lines = { { runs = "", text = "", strong = false } }
  local function add(text, how)
    local line = lines[#lines]
    line.runs = line.runs .. run(text, how)
    line.text = line.text .. text
    line.strong = how.bold
  end
  local function walk(list, how)
    for _, inline in ipairs(list) do
      if inline.t == "Str" or inline.t == "Code" then add(inline.text, how)
      elseif inline.t == "Space" or inline.t == "SoftBreak" then add(" ", how)
      elseif inline.t == "LineBreak" then lines[#lines + 1] = { runs = "", text = "", strong = false }
      elseif inline.t == "Strong" then walk(inline.content, with(how, { bold = true }))
      elseif inline.t == "Emph" then walk(inline.content, with(how, { italic = true }))
      elseif inline.content then walk(inline.content, how)
      else add(pandoc.utils.stringify(inline), how) end
    end
  end
  walk(inlines, look)
  return lines
end

-- ---- paragraphs --------------------------------------------------------------

local function paragraph(runs, properties)
  return "<w:p><w:pPr>" .. properties .. "</w:pPr>" .. runs .. "</w:p>"
end

local close = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'

local function aligned(side)
  return close .. '<w:ind w:firstLine="0"/><w:jc w:val="' .. side .. '"/>'
end

-- A thin line of that length in the middle of a place.
local function rule(length, place)
  local side = math.max(0, math.floor((place - length) / 2))
  return paragraph("", '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>' ..
    '<w:spacing w:before="20" w:after="0" w:line="80" w:lineRule="exact"/>' ..
    string.format('<w:ind w:left="%d" w:right="%d" w:firstLine="0"/>', side, side))
end

local function raw(xml) return pandoc.RawBlock("openxml", xml) end

-- About the width of a text of bold letters of 13 points.
local function length_of(text)
  local length = 0
  for _, code in utf8.codes(text) do
    local letter = utf8.char(code)
    length = length + ((upper(letter) == letter and lower(letter) ~= letter) and 175 or 116)
  end
  return length
end

-- ---- tables ------------------------------------------------------------------

local function inlines_of(cell)
  return pandoc.utils.blocks_to_inlines(cell.contents)
end

local function rows_of(tbl)
  local rows = {}
  for _, row in ipairs(tbl.head.rows) do rows[#rows + 1] = row.cells end
  for _, body in ipairs(tbl.bodies) do
    for _, row in ipairs(body.body) do rows[#rows + 1] = row.cells end
  end
  return rows
end

local function table_xml(widths, borders, rows)
  local grid, total = "", 0
  for _, width in ipairs(widths) do
    grid = grid .. string.format('<w:gridCol w:w="%d"/>', width)
    total = total + width
  end
  local sides = ""
  for _, side in ipairs({ "top", "left", "bottom", "right", "insideH", "insideV" }) do
    sides = sides .. "<w:" .. side .. ' w:val="' .. borders .. '" w:sz="4" w:space="0" w:color="000000"/>'
  end
  return '<w:tbl><w:tblPr><w:tblW w:w="' .. total .. '" w:type="dxa"/><w:tblBorders>' .. sides .. "</w:tblBorders>" ..
    '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="50" w:type="dxa"/><w:right w:w="50" w:type="dxa"/>' ..
    "</w:tblCellMar></w:tblPr><w:tblGrid>" .. grid .. "</w:tblGrid>" .. table.concat(rows) .. "</w:tbl>"
end

local function cell_xml(width, content, middle)
  return '<w:tc><w:tcPr><w:tcW w:w="' .. width .. '" w:type="dxa"/>' ..
    (middle and '<w:vAlign w:val="center"/>' or "") .. "</w:tcPr>" .. content .. "</w:tc>"
end

local function row_xml(cells, head)
  return "<w:tr><w:trPr><w:cantSplit/>" .. (head and "<w:tblHeader/>" or "") .. "</w:trPr>" .. table.concat(cells) .. "</w:tr>"
end

-- Two columns without borders. `look(row, column)` gives the letters, the side, and
-- whether a rule stands below a last line that is bold.
local function two_columns(tbl, widths, look)
  local rows = {}
  for number, row in ipairs(rows_of(tbl)) do
    local cells = {}
    for column, cell in ipairs(row) do
      local how = look(number, column)
      local content = how.above or ""
      local lines = lines_of(inlines_of(cell), { size = how.size })
      for _, line in ipairs(lines) do
        content = content .. paragraph(line.runs, "<w:keepNext/>" .. aligned(how.side))
      end
      local last = lines[#lines]
      if how.rule and last.strong then
        content = content .. rule(column == 1 and widths[1] * 0.4 or length_of(last.text), widths[column] - 100)
      end
      cells[column] = cell_xml(widths[column], content)
    end
    rows[number] = row_xml(cells)
  end
  return raw(table_xml(widths, "nil", rows))
end

local function letterhead(tbl)
  return two_columns(tbl, { 4116, 5238 }, function(row, column)
    if row == 1 then return { size = 24, side = "center", rule = true } end
    return { size = 26, side = "center", above = paragraph("", '<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>') }
  end)
end

local function signature(tbl)
  return two_columns(tbl, { 4677, 4677 }, function(row, column)
    if column == 2 then return { size = 28, side = "center" } end
    return { size = row == 1 and 24 or 22, side = "left" }
  end)
end

local function size_for(columns)
  if columns <= 7 then return 24 end
  if columns <= 9 then return 22 end
  return columns <= 12 and 19 or 16
end

-- Each column as wide as its longest word at least, the rest by what it holds.
local function widths_for(rows, columns, size)
  local least, most, sum_least, sum_more = {}, {}, 0, 0
  for column = 1, columns do
    least[column], most[column] = 0, 0
    for number, row in ipairs(rows) do
      local text = row[column] and pandoc.utils.stringify(inlines_of(row[column])) or ""
      local letter = size * (number == 1 and 6.4 or 5.2) -- bold, and of a figure or small letter
      local length = math.min(utf8.len(text) or #text, 60) * letter
      most[column] = math.max(most[column], number == 1 and length / 2 or length)
      for word in text:gmatch("%S+") do
        least[column] = math.max(least[column], math.min(utf8.len(word) or #word, 20) * letter)
      end
    end
    least[column] = least[column] + 110
    most[column] = math.max(most[column] + 110, least[column])
    sum_least, sum_more = sum_least + least[column], sum_more + most[column] - least[column]
  end
  local widths, free = {}, text_width - sum_least
  for column = 1, columns do
    if free < 0 then
      widths[column] = math.floor(least[column] * text_width / sum_least)
    else
      local share = sum_more > 0 and (most[column] - least[column]) / sum_more or 1 / columns
      widths[column] = math.floor(least[column] + free * share)
    end
  end
  return widths
end

local sides = { AlignRight = "right", AlignCenter = "center", AlignLeft = "left", AlignDefault = "left" }

local function figures(tbl)
  local rows, columns = rows_of(tbl), #tbl.colspecs
  local size = size_for(columns)
  local widths = widths_for(rows, columns, size)
  local made = {}
  for number, row in ipairs(rows) do
    local cells = {}
    for column, cell in ipairs(row) do
      local head = number == 1
      local content = ""
      for _, line in ipairs(lines_of(inlines_of(cell), { size = size, bold = head })) do
        content = content .. paragraph(line.runs, aligned(head and "center" or sides[tostring(tbl.colspecs[column][1])]))
      end
      cells[column] = cell_xml(widths[column], content, true)
    end
    made[number] = row_xml(cells, number == 1)
  end
  return raw(table_xml(widths, "single", made))
end

-- ---- the document ------------------------------------------------------------

local function is_signature(tbl)
  if #tbl.colspecs ~= 2 or not tbl.head.rows[1] then return false end
  local head = inlines_of(tbl.head.rows[1].cells[1])
  if #head ~= 1 or not head[1].content then return false end
  local inner = head[1].content[1]
  return inner ~= nil and ((head[1].t == "Emph" and inner.t == "Strong") or (head[1].t == "Strong" and inner.t == "Emph"))
end

local function abstract(block)
  local xml = ""
  local breaking = block:walk({ SoftBreak = function() return pandoc.LineBreak() end })
  local lines = lines_of(breaking.content, {})
  for _, line in ipairs(lines) do
    xml = xml .. paragraph(line.runs, '<w:pStyle w:val="Abstract"/>')
  end
  local dashed = lines[#lines].text == "-----" -- the Party's own
  return raw(xml .. (dashed and "" or rule(text_width * 0.25, text_width)) .. paragraph("", close))
end

-- A short text on what stands above it.
local function note(block)
  local xml = ""
  for _, line in ipairs(lines_of(block.content, { size = 24 })) do
    xml = xml .. paragraph(line.runs, '<w:spacing w:before="60" w:after="60"/><w:ind w:firstLine="0"/><w:jc w:val="both"/>')
  end
  return raw(xml)
end

local function annex_title(block)
  return raw(paragraph(lines_of(block.content, {})[1].runs, '<w:pStyle w:val="Heading' .. block.level ..
    '"/><w:pageBreakBefore/><w:spacing w:after="120"/><w:ind w:firstLine="0"/><w:jc w:val="center"/>'))
end

local function dashes(list, result)
  for _, item in ipairs(list.content) do
    for number, block in ipairs(item) do
      if block.t == "Para" or block.t == "Plain" then
        local content = pandoc.List(block.content)
        if number == 1 then content = pandoc.List({ pandoc.Str("-"), pandoc.Space() }) .. content end
        result:insert(pandoc.Para(content))
      elseif block.t == "BulletList" then dashes(block, result)
      else result:insert(block) end
    end
  end
end

local function is_heading(block)
  return block.t == "Para" and #block.content == 1 and block.content[1].t == "Strong"
end

function Pandoc(doc)
  local result = pandoc.List({})
  local before, in_annex, titled = nil, false, false
  for number, block in ipairs(pandoc.Div(doc.blocks):walk(plain).content) do
    if block.t == "Table" and number == 1 and #block.colspecs == 2 then result:insert(letterhead(block))
    elseif block.t == "Table" and not in_annex and is_signature(block) then
      result:insert(raw(paragraph("", close)))
      result:insert(signature(block))
      in_annex = true
    elseif block.t == "Table" then result:insert(figures(block))
    elseif block.t == "Header" and in_annex and not titled then
      result:insert(annex_title(block))
      titled = true
    elseif block.t == "Para" and before and before.t == "Header" and before.level == 1 then result:insert(abstract(block))
    elseif is_heading(block) then result:insert(pandoc.Header(3, block.content[1].content))
    elseif block.t == "Para" and before and (before.t == "Table" or (in_annex and before.t == "Para")) then
      result:insert(note(block))
    elseif block.t == "BulletList" then dashes(block, result)
    else result:insert(block) end
    before = block
  end
  return pandoc.Pandoc(result, doc.meta)
end
