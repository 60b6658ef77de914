#include "print/drawing_keys.h"

#include <unordered_set>

namespace pehchan {
namespace {

const std::unordered_set<std::string_view> keys = {
    // streams
    "/Type", "/Subtype", "/Length", "/Filter", "/DecodeParms", "/K", "/Columns", "/Colors", "/Predictor",
    "/EarlyChange", "/Rows", "/BlackIs1", "/EncodedByteAlign", "/EndOfLine", "/EndOfBlock", "/DamagedRowsBeforeError",
    "/ColorTransform",
    // forms, groups, pictures
    "/FormType", "/BBox", "/Matrix", "/Resources", "/Group", "/S", "/CS", "/I", "/Width", "/Height", "/ColorSpace",
    "/BitsPerComponent", "/Intent", "/ImageMask", "/Mask", "/Decode", "/SMask", "/SMaskInData", "/Matte",
    // patterns, shadings, functions
    "/PatternType", "/PaintType", "/TilingType", "/XStep", "/YStep", "/Shading", "/ExtGState", "/ShadingType",
    "/Background", "/AntiAlias", "/Domain", "/Function", "/Coords", "/Extend", "/BitsPerCoordinate", "/BitsPerFlag",
    "/VerticesPerRow", "/FunctionType", "/Range", "/C0", "/C1", "/N", "/Functions", "/Bounds", "/Encode", "/Size",
    "/BitsPerSample", "/Order",
    // graphics states, soft masks
    "/LW", "/LC", "/LJ", "/ML", "/D", "/RI", "/OP", "/op", "/OPM", "/Font", "/SM", "/SA", "/BM", "/CA", "/ca", "/AIS",
    "/TK", "/FL", "/G", "/BC", "/TR",
    // colour spaces
    "/WhitePoint", "/BlackPoint", "/Gamma", "/Alternate", "/Colorants", "/Process", "/Components",
    // fonts
    "/BaseFont", "/FirstChar", "/LastChar", "/Widths", "/FontDescriptor", "/Encoding", "/ToUnicode", "/DescendantFonts",
    "/CIDSystemInfo", "/DW", "/W", "/DW2", "/W2", "/CIDToGIDMap", "/BaseEncoding", "/Differences", "/FontName",
    "/FontFamily", "/FontStretch", "/FontWeight", "/Flags", "/FontBBox", "/ItalicAngle", "/Ascent", "/Descent",
    "/Leading", "/CapHeight", "/XHeight", "/StemV", "/StemH", "/AvgWidth", "/MaxWidth", "/MissingWidth", "/FontFile",
    "/FontFile2", "/FontFile3", "/CharSet", "/Style", "/CMapName", "/UseCMap", "/WMode", "/Registry", "/Ordering",
    "/Supplement", "/Length1", "/Length2", "/Length3"};

}  // namespace

bool is_drawing_key(std::string_view key) { return keys.contains(key); }

}  // namespace pehchan
