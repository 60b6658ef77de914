# The files of fonts-noto-core that the program sets type in: each family here in Regular and Bold. src/draw/fonts.cpp
# names the same families in the order of fallback, and refuses to start without one of them.
set(PEHCHAN_FONT_FILES)
foreach(family
    NotoSans NotoSansDevanagari NotoSansBengali NotoSansTamil NotoSansTelugu NotoSansOlChiki NotoNastaliqUrdu
    NotoSansGujarati NotoSansGurmukhi NotoSansOriya NotoSansKannada NotoSansMalayalam NotoSansMeeteiMayek)
  foreach(weight Regular Bold)
    list(APPEND PEHCHAN_FONT_FILES /usr/share/fonts/truetype/noto/${family}-${weight}.ttf)
  endforeach()
endforeach()
