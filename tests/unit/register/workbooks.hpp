// Workbooks for tests, written part by part.
#pragma once

#include "core/register/spreadsheet.hpp"
#include "unit/liaison.hpp"

#include <map>
#include <string>
#include <vector>

namespace pli::test {

/// The parts of a workbook by name; made with one sheet, whose rows are given as XML.
struct WorkbookParts {
    std::map<std::string, std::string> parts;

    explicit WorkbookParts(const std::string& rows, const std::string& after_rows = {}) {
        const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n";
        const std::string types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        parts["_rels/.rels"] = head + "<Relationships><Relationship Id=\"rId1\" Type=\"" + types +
                               "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
        parts["xl/workbook.xml"] = head + "<workbook xmlns=\"main\" xmlns:r=\"rels\"><sheets>"
                                          "<sheet name=\"Agents\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
        parts["xl/_rels/workbook.xml.rels"] =
            head + "<Relationships><Relationship Id=\"rId1\" Type=\"" + types +
            "worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"" + types +
            "styles\" Target=\"/xl/styles.xml\"/><Relationship Id=\"rId3\" Type=\"" + types +
            "sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>";
        parts["xl/styles.xml"] =
            head + "<styleSheet><numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"[$-40C]dd\\ mmm\\ yyyy;@\"/>"
                   "<numFmt numFmtId=\"165\" formatCode=\"0&quot; dossiers&quot;\"/></numFmts>"
                   "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"
                   "<xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"22\"/></cellXfs>"
                   "</styleSheet>";
        parts["xl/sharedstrings.xml"] =
            head +
            "<sst><si><t>Nom</t></si><si><r><rPr><b/></rPr><t xml:space=\"preserve\">É</t></r><r><t>loïse "
            "&amp; Zoé</t></r><rPh sb=\"0\" eb=\"1\"><t>non</t></rPh></si><si><t>a_x000D_b_x005F_</t></si></sst>";
        parts["xl/worksheets/sheet1.xml"] = head + "<worksheet><dimension ref=\"A1:C3\"/><sheetData>" + rows +
                                            "</sheetData>" + after_rows + "</worksheet>";
    }

    /// A further sheet; `state` as the workbook writes it.
    void add_sheet(const std::string& name, const std::string& rows, const std::string& state) {
        const std::string number = std::to_string(++sheets_);
        insert("xl/workbook.xml", "</sheets>",
               "<sheet name=\"" + name + "\" sheetId=\"" + number + "\" state=\"" + state + "\" r:id=\"rSheet" +
                   number + "\"/>");
        insert("xl/_rels/workbook.xml.rels", "</Relationships>",
               "<Relationship Id=\"rSheet" + number + "\" Type=\"x/worksheet\" Target=\"worksheets/sheet" + number +
                   ".xml\"/>");
        parts["xl/worksheets/sheet" + number + ".xml"] = "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
    }

    void insert(const std::string& part, const std::string& before, const std::string& text) {
        std::string& content = parts.at(part);
        content.insert(content.find(before), text);
    }

    [[nodiscard]] Result<Workbook> read(std::size_t sheet = 0) const {
        std::vector<WorkbookPart> views;
        for (const auto& [name, content] : parts) views.push_back({name, content});
        return read_workbook(views, sheet);
    }

  private:
    int sheets_ = 1;
};

} // namespace pli::test
