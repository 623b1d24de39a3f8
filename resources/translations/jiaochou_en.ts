<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>Actions</name>
    <message>
        <source>文件(&amp;F)</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>编辑(&amp;E)</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>稿件(&amp;A)</source>
        <translation>&amp;Article</translation>
    </message>
    <message>
        <source>疑点(&amp;S)</source>
        <translation>&amp;Suspect</translation>
    </message>
    <message>
        <source>版面(&amp;P)</source>
        <translation>&amp;Page</translation>
    </message>
    <message>
        <source>显示(&amp;V)</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>帮助(&amp;H)</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>新建工程…</source>
        <translation>New project…</translation>
    </message>
    <message>
        <source>打开工程…</source>
        <translation>Open project…</translation>
    </message>
    <message>
        <source>导入版面…</source>
        <translation>Import pages…</translation>
    </message>
    <message>
        <source>导入文件夹…</source>
        <translation>Import a folder…</translation>
    </message>
    <message>
        <source>指定扫描图…</source>
        <translation>Choose the scan…</translation>
    </message>
    <message>
        <source>导出…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>另存本版文字…</source>
        <translation>Save this page’s text as…</translation>
    </message>
    <message>
        <source>核验工程</source>
        <translation>Verify the project</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>剪切</source>
        <translation>Cut</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>粘贴</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>全选</source>
        <translation>Select all</translation>
    </message>
    <message>
        <source>查找与替换…</source>
        <translation>Find and replace…</translation>
    </message>
    <message>
        <source>查找下一个</source>
        <translation>Find next</translation>
    </message>
    <message>
        <source>查找上一个</source>
        <translation>Find previous</translation>
    </message>
    <message>
        <source>从这一行另起一稿</source>
        <translation>Start an article at this line</translation>
    </message>
    <message>
        <source>并入上一稿</source>
        <translation>Merge into the article above</translation>
    </message>
    <message>
        <source>与下一稿合并</source>
        <translation>Merge with the article below</translation>
    </message>
    <message>
        <source>接上段／断开</source>
        <translation>Join to the paragraph above, or part</translation>
    </message>
    <message>
        <source>标为引题</source>
        <translation>Mark as kicker</translation>
    </message>
    <message>
        <source>标为主题</source>
        <translation>Mark as title</translation>
    </message>
    <message>
        <source>标为副题</source>
        <translation>Mark as subtitle</translation>
    </message>
    <message>
        <source>标为署名</source>
        <translation>Mark as byline</translation>
    </message>
    <message>
        <source>标为电头</source>
        <translation>Mark as dateline</translation>
    </message>
    <message>
        <source>标为小标题</source>
        <translation>Mark as heading</translation>
    </message>
    <message>
        <source>标为正文</source>
        <translation>Mark as body</translation>
    </message>
    <message>
        <source>标为图片说明</source>
        <translation>Mark as caption</translation>
    </message>
    <message>
        <source>标为摄影</source>
        <translation>Mark as credit</translation>
    </message>
    <message>
        <source>标为转版</source>
        <translation>Mark as jump</translation>
    </message>
    <message>
        <source>标为表</source>
        <translation>Mark as table</translation>
    </message>
    <message>
        <source>标为其他</source>
        <translation>Mark as other</translation>
    </message>
    <message>
        <source>标为版面杂项</source>
        <translation>Mark as furniture</translation>
    </message>
    <message>
        <source>稿件改名…</source>
        <translation>Rename the article…</translation>
    </message>
    <message>
        <source>重新划分本版稿件</source>
        <translation>Cut this page into articles anew</translation>
    </message>
    <message>
        <source>下一处疑点</source>
        <translation>Next suspect</translation>
    </message>
    <message>
        <source>上一处疑点</source>
        <translation>Previous suspect</translation>
    </message>
    <message>
        <source>到另一处</source>
        <translation>Go to the other copy</translation>
    </message>
    <message>
        <source>采用建议</source>
        <translation>Accept the suggestion</translation>
    </message>
    <message>
        <source>忽略</source>
        <translation>Dismiss</translation>
    </message>
    <message>
        <source>处处忽略</source>
        <translation>Dismiss everywhere</translation>
    </message>
    <message>
        <source>上一版</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>下一版</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>签样</source>
        <translation>Sign off</translation>
    </message>
    <message>
        <source>退签</source>
        <translation>Take back the sign-off</translation>
    </message>
    <message>
        <source>命令面板…</source>
        <translation>Command palette…</translation>
    </message>
    <message>
        <source>到正文</source>
        <translation>Go to the text</translation>
    </message>
    <message>
        <source>到版面列表</source>
        <translation>Go to the pages</translation>
    </message>
    <message>
        <source>到稿件树</source>
        <translation>Go to the articles</translation>
    </message>
    <message>
        <source>到疑点列表</source>
        <translation>Go to the suspects</translation>
    </message>
    <message>
        <source>放大正文</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>缩小正文</source>
        <translation>Smaller text</translation>
    </message>
    <message>
        <source>正文原大</source>
        <translation>Text at its first size</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>使用手册</source>
        <translation>Manual</translation>
    </message>
    <message>
        <source>快捷键一览</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>关于校雠</source>
        <translation>About Jiaochou</translation>
    </message>
</context>
<context>
    <name>ArticleKind</name>
    <message>
        <source>新闻</source>
        <translation>News</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>评论</source>
        <translation>Commentary</translation>
    </message>
    <message>
        <source>图片</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>启事</source>
        <translation>Notice</translation>
    </message>
    <message>
        <source>讲话</source>
        <translation>Speech</translation>
    </message>
    <message>
        <source>目录</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
</context>
<context>
    <name>ArticlesModel</name>
    <message>
        <source>版面杂项（报头、热线、责编）</source>
        <translation>Furniture (masthead, hotlines, editors)</translation>
    </message>
    <message>
        <source>（无题）</source>
        <translation>(untitled)</translation>
    </message>
    <message>
        <source>〔图片〕{0}</source>
        <translation>[Photo] {0}</translation>
    </message>
    <message>
        <source>{0} 字</source>
        <translation>{0} characters</translation>
    </message>
    <message>
        <source>接自{0}</source>
        <translation>from {0}</translation>
    </message>
    <message>
        <source>转至{0}</source>
        <translation>to {0}</translation>
    </message>
    <message>
        <source>已定</source>
        <translation>settled</translation>
    </message>
</context>
<context>
    <name>ArticlesPanel</name>
    <message>
        <source>稿件</source>
        <translation>Articles</translation>
    </message>
    <message numerus="yes">
        <source>%n 篇</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message>
        <source> · 已定 {0}</source>
        <translation> · {0} settled</translation>
    </message>
    <message>
        <source>本版没有稿件</source>
        <translation>No articles on this page</translation>
    </message>
</context>
<context>
    <name>FindingsModel</name>
    <message>
        <source>疑点</source>
        <translation>Suspect</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>处</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>可信</source>
        <translation>Confidence</translation>
    </message>
    <message>
        <source>语境</source>
        <translation>Context</translation>
    </message>
    <message>
        <source>建议</source>
        <translation>Suggestion</translation>
    </message>
    <message>
        <source>（缺）</source>
        <translation>(missing)</translation>
    </message>
    <message>
        <source>删去</source>
        <translation>delete</translation>
    </message>
    <message>
        <source>第 {0} 行</source>
        <translation>line {0}</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>疑点</source>
        <translation>Suspects</translation>
    </message>
    <message>
        <source>按规则</source>
        <translation>By rule</translation>
    </message>
    <message>
        <source>按对子</source>
        <translation>By pair</translation>
    </message>
    <message>
        <source>不分组</source>
        <translation>No groups</translation>
    </message>
    <message>
        <source>按位置</source>
        <translation>By place</translation>
    </message>
    <message>
        <source>按可信</source>
        <translation>By confidence</translation>
    </message>
    <message>
        <source>分组</source>
        <translation>Groups</translation>
    </message>
    <message>
        <source>排序</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>正在检查…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>本版没有疑点</source>
        <translation>No suspects on this page</translation>
    </message>
</context>
<context>
    <name>PageEditor</name>
    <message>
        <source>接上段</source>
        <translation>goes on from above</translation>
    </message>
    <message>
        <source>接 {line} 行</source>
        <translation>goes on from line {line}</translation>
    </message>
</context>
<context>
    <name>PagesModel</name>
    <message>
        <source>{0} 字</source>
        <translation>{0} characters</translation>
    </message>
    <message>
        <source>疑点 {0} 处</source>
        <translation>{0} suspects</translation>
    </message>
    <message>
        <source>在校</source>
        <translation>being read</translation>
    </message>
    <message>
        <source>未校</source>
        <translation>not yet read</translation>
    </message>
    <message>
        <source>一校</source>
        <translation>1st proof</translation>
    </message>
    <message>
        <source>二校</source>
        <translation>2nd proof</translation>
    </message>
    <message>
        <source>三校</source>
        <translation>3rd proof</translation>
    </message>
    <message>
        <source>{0} 校</source>
        <translation>proof {0}</translation>
    </message>
</context>
<context>
    <name>PagesPanel</name>
    <message>
        <source>版面</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>项目里还没有版面</source>
        <translation>No pages in this project yet</translation>
    </message>
    <message>
        <source>{0} / {1} 签样</source>
        <translation>{0} / {1} signed off</translation>
    </message>
</context>
<context>
    <name>RoleName</name>
    <message>
        <source>引题</source>
        <translation>Kicker</translation>
    </message>
    <message>
        <source>主题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>副题</source>
        <translation>Subtitle</translation>
    </message>
    <message>
        <source>署名</source>
        <translation>Byline</translation>
    </message>
    <message>
        <source>电头</source>
        <translation>Dateline</translation>
    </message>
    <message>
        <source>小标题</source>
        <translation>Heading</translation>
    </message>
    <message>
        <source>正文</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>图片说明</source>
        <translation>Caption</translation>
    </message>
    <message>
        <source>摄影</source>
        <translation>Credit</translation>
    </message>
    <message>
        <source>转版</source>
        <translation>Jump</translation>
    </message>
    <message>
        <source>表</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
</context>
<context>
    <name>RoleSign</name>
    <message>
        <source>引</source>
        <translation>K</translation>
    </message>
    <message>
        <source>题</source>
        <translation>T</translation>
    </message>
    <message>
        <source>副</source>
        <translation>S</translation>
    </message>
    <message>
        <source>署</source>
        <translation>By</translation>
    </message>
    <message>
        <source>电</source>
        <translation>D</translation>
    </message>
    <message>
        <source>标</source>
        <translation>H</translation>
    </message>
    <message>
        <source>文</source>
        <translation>B</translation>
    </message>
    <message>
        <source>图</source>
        <translation>Ca</translation>
    </message>
    <message>
        <source>影</source>
        <translation>Cr</translation>
    </message>
    <message>
        <source>转</source>
        <translation>J</translation>
    </message>
    <message>
        <source>表</source>
        <translation>Tb</translation>
    </message>
    <message>
        <source>其</source>
        <translation>O</translation>
    </message>
</context>
<context>
    <name>self._model</name>
    <message numerus="yes">
        <source>%n 行</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{0} 字</source>
        <translation type="unfinished">{0} characters</translation>
    </message>
</context>
</TS>
