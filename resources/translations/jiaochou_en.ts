<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>Actions</name>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>编辑</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>稿件</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>疑点</source>
        <translation>Suspect</translation>
    </message>
    <message>
        <source>版面</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>显示</source>
        <translation>View</translation>
    </message>
    <message>
        <source>帮助</source>
        <translation>Help</translation>
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
        <source>按指定编码导入…</source>
        <translation>Import in a given encoding…</translation>
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
        <source>语境索引…</source>
        <translation>Concordance…</translation>
    </message>
    <message>
        <source>从这一行另起一稿</source>
        <translation>Start an article at this line</translation>
    </message>
    <message>
        <source>另起一稿</source>
        <translation>New article</translation>
    </message>
    <message>
        <source>并入上一稿</source>
        <translation>Merge into the article above</translation>
    </message>
    <message>
        <source>并入上稿</source>
        <translation>Merge up</translation>
    </message>
    <message>
        <source>与下一稿合并</source>
        <translation>Merge with the article below</translation>
    </message>
    <message>
        <source>分界上移一行</source>
        <translation>Move boundary up a line</translation>
    </message>
    <message>
        <source>分界下移一行</source>
        <translation>Move boundary down a line</translation>
    </message>
    <message>
        <source>合并所选稿件</source>
        <translation>Merge selected articles</translation>
    </message>
    <message>
        <source>上移</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>下移</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>移到…</source>
        <translation>Move to…</translation>
    </message>
    <message>
        <source>接上段／断开</source>
        <translation>Join to the paragraph above, or part</translation>
    </message>
    <message>
        <source>接上段</source>
        <translation>Join</translation>
    </message>
    <message>
        <source>重新划分所选各行／本稿</source>
        <translation>Cut selected lines or article anew</translation>
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
        <source>标为版面杂项／归回稿件</source>
        <translation>Furniture / back to an article</translation>
    </message>
    <message>
        <source>稿件改名…</source>
        <translation>Rename the article…</translation>
    </message>
    <message>
        <source>异文</source>
        <translation>Variants</translation>
    </message>
    <message>
        <source>改为编辑</source>
        <translation>Work on it</translation>
    </message>
    <message>
        <source>换用新的识别文字…</source>
        <translation>Read Pages by New Texts…</translation>
    </message>
    <message>
        <source>添加另一文本…</source>
        <translation>Add Another Text…</translation>
    </message>
    <message>
        <source>移去另一文本…</source>
        <translation>Remove Another Text…</translation>
    </message>
    <message>
        <source>合并另一工程…</source>
        <translation>Merge Another Project…</translation>
    </message>
    <message>
        <source>校样…</source>
        <translation>Proof sheet…</translation>
    </message>
    <message>
        <source>备份…</source>
        <translation>Backups…</translation>
    </message>
    <message>
        <source>统计…</source>
        <translation>Statistics…</translation>
    </message>
    <message>
        <source>稿件种类…</source>
        <translation>Kind of article…</translation>
    </message>
    <message>
        <source>重新划分本版稿件</source>
        <translation>Cut this page into articles anew</translation>
    </message>
    <message>
        <source>到转版的另一半</source>
        <translation>Go to the Other Half</translation>
    </message>
    <message>
        <source>接上另一版</source>
        <translation>Link to the Other Half</translation>
    </message>
    <message>
        <source>转版链接…</source>
        <translation>Jump Links…</translation>
    </message>
    <message>
        <source>下一处疑点</source>
        <translation>Next suspect</translation>
    </message>
    <message>
        <source>下一疑点</source>
        <translation>Next suspect</translation>
    </message>
    <message>
        <source>上一处疑点</source>
        <translation>Previous suspect</translation>
    </message>
    <message>
        <source>上一疑点</source>
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
        <source>采用</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>同样的全部改正</source>
        <translation>Correct All of the Same</translation>
    </message>
    <message>
        <source>到各版同样的地方…</source>
        <translation>Same in All Pages…</translation>
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
        <source>取第 {0} 种读法</source>
        <translation>Take reading {0}</translation>
    </message>
    <message>
        <source>下一处异文</source>
        <translation>Next variant</translation>
    </message>
    <message>
        <source>上一处异文</source>
        <translation>Previous variant</translation>
    </message>
    <message>
        <source>到他版同一处</source>
        <translation>Go to the same place on another page</translation>
    </message>
    <message>
        <source>回到来处</source>
        <translation>Go back</translation>
    </message>
    <message>
        <source>同误各版一起改…</source>
        <translation>Correct all pages that share the error…</translation>
    </message>
    <message>
        <source>本版／全部疑点</source>
        <translation>Suspects of this page / of all</translation>
    </message>
    <message>
        <source>检查全部页面</source>
        <translation>Check All Pages</translation>
    </message>
    <message>
        <source>检查设置…</source>
        <translation>Checking Options…</translation>
    </message>
    <message>
        <source>词表与对子…</source>
        <translation>Glossary and Pairs…</translation>
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
        <source>移除版面</source>
        <translation>Remove pages</translation>
    </message>
    <message>
        <source>命令面板…</source>
        <translation>Command palette…</translation>
    </message>
    <message>
        <source>命令…</source>
        <translation>Commands…</translation>
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
        <source>到历史</source>
        <translation>Go to the history</translation>
    </message>
    <message>
        <source>到差异</source>
        <translation>Go to the differences</translation>
    </message>
    <message>
        <source>到异文</source>
        <translation>Go to variants</translation>
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
        <source>淡化其他稿件</source>
        <translation>Dim other articles</translation>
    </message>
    <message>
        <source>界面语言…</source>
        <translation>Language…</translation>
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
    <name>Application</name>
    <message>
        <source>程序出错</source>
        <translation>A fault in the program</translation>
    </message>
    <message>
        <source>校雠遇到了一个程序错误。已录入的文字都在工程里。</source>
        <translation>Jiaochou has run into a fault of its own. All that was typed is in the project.</translation>
    </message>
</context>
<context>
    <name>ArticleDelegate</name>
    <message numerus="yes">
        <source>%n 行</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} 字</source>
        <translation>{0} chars</translation>
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
    <name>ArticleMenu</name>
    <message>
        <source>标为</source>
        <translation>Mark as</translation>
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
        <source>接自别处</source>
        <translation>goes on from elsewhere</translation>
    </message>
    <message>
        <source>没有结尾</source>
        <translation>has no end</translation>
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
        <source>已与上半篇接好</source>
        <translation>linked to its first half</translation>
    </message>
    <message>
        <source>转至{0}</source>
        <translation>to {0}</translation>
    </message>
    <message>
        <source>已与下半篇接好</source>
        <translation>linked to its second half</translation>
    </message>
    <message>
        <source>有段落接自别处</source>
        <translation>has paragraphs torn apart</translation>
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
    <name>ArticlesView</name>
    <message numerus="yes">
        <source>%n 篇</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 段</source>
        <translation>
            <numerusform>%n piece</numerusform>
            <numerusform>%n pieces</numerusform>
        </translation>
    </message>
    <message>
        <source>新稿</source>
        <translation>New article</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>备份</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>立即备份</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>恢复为新工程…</source>
        <translation>Restore as a new project…</translation>
    </message>
    <message>
        <source>取回本版</source>
        <translation>Take this page back</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>大小</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>还没有备份。编辑中的工程每天第一次打开时、此后每二十分钟自动备份一次。</source>
        <translation>There are no backups yet. A project that is worked on is backed up when it is first opened on a day, and every twenty minutes after that.</translation>
    </message>
    <message>
        <source>那以后，本版的文字改了 {0} 处。</source>
        <translation>Since then the text of this page has changed in {0} places.</translation>
    </message>
    <message>
        <source>那以后，本版的文字没有变，稿件有变动。</source>
        <translation>Since then the text of this page has stayed as it is; its articles have changed.</translation>
    </message>
    <message>
        <source>本版与那时一样。</source>
        <translation>The page is as it was then.</translation>
    </message>
    <message>
        <source>正在备份…</source>
        <translation>Making a backup…</translation>
    </message>
    <message>
        <source>恢复为新工程</source>
        <translation>Restore as a new project</translation>
    </message>
    <message>
        <source>校雠工程 (*{0})</source>
        <translation>Jiaochou project (*{0})</translation>
    </message>
</context>
<context>
    <name>CheckAll</name>
    <message>
        <source>正在查看各版相同的文字</source>
        <translation>Looking through all pages for shared text</translation>
    </message>
    <message>
        <source>正在检查全部页面</source>
        <translation>Checking all pages</translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>检查设置</source>
        <translation>Checking options</translation>
    </message>
    <message>
        <source>1949 年以后</source>
        <translation>Since 1949</translation>
    </message>
    <message>
        <source>1949 年以前</source>
        <translation>Before 1949</translation>
    </message>
    <message>
        <source>大陆</source>
        <translation>Mainland</translation>
    </message>
    <message>
        <source>台湾</source>
        <translation>Taiwan</translation>
    </message>
    <message>
        <source>香港</source>
        <translation>Hong Kong</translation>
    </message>
    <message>
        <source>恢复默认</source>
        <translation>Restore Defaults</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>宽(&amp;L)</source>
        <translation>&amp;Lenient</translation>
    </message>
    <message>
        <source>中(&amp;N)</source>
        <translation>&amp;Normal</translation>
    </message>
    <message>
        <source>严(&amp;S)</source>
        <translation>&amp;Strict</translation>
    </message>
    <message>
        <source>只说有把握的：多半真要改。赶时间时用。</source>
        <translation>Only what is likely to need correction. For when time is short.</translation>
    </message>
    <message>
        <source>说值得一看的。平时用。</source>
        <translation>All that is worth a look. For every day.</translation>
    </message>
    <message>
        <source>连只有一成多把握的也说。终校和难认的版面用。</source>
        <translation>Even what is right more often than not. For the last round and for bad scans.</translation>
    </message>
    <message>
        <source>规则</source>
        <translation>Rules</translation>
    </message>
    <message>
        <source>年代(&amp;E)</source>
        <translation>&amp;Era</translation>
    </message>
    <message>
        <source>地区(&amp;R)</source>
        <translation>&amp;Region</translation>
    </message>
    <message>
        <source>空格开关规则。改了马上算数，整个工程通用。</source>
        <translation>Space switches a rule. Changes hold at once, for the whole project.</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>查找命令、版面、稿件…</source>
        <translation>Find commands, pages, articles…</translation>
    </message>
    <message>
        <source>没有相符的</source>
        <translation>Nothing fits</translation>
    </message>
</context>
<context>
    <name>Commanding</name>
    <message>
        <source>版面</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>稿件</source>
        <translation>Articles</translation>
    </message>
</context>
<context>
    <name>ConcordanceModel</name>
    <message>
        <source>选</source>
        <translation>Tick</translation>
    </message>
    <message>
        <source>版面</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>上文</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>这里</source>
        <translation>Here</translation>
    </message>
    <message>
        <source>下文</source>
        <translation>After</translation>
    </message>
    <message>
        <source>{0} · 第 {1} 行</source>
        <translation>{0} · line {1}</translation>
    </message>
</context>
<context>
    <name>ConcordancePanel</name>
    <message>
        <source>语境索引</source>
        <translation>Concordance</translation>
    </message>
    <message>
        <source>{0} 处里，没有一处的上下文有“{1}”</source>
        <translation>Of {0} places none has “{1}” in its context</translation>
    </message>
</context>
<context>
    <name>Concording</name>
    <message>
        <source>太多了，只列前面的</source>
        <translation>Too many: only the first are listed</translation>
    </message>
    <message>
        <source>停在第 {0} 版</source>
        <translation>Stopped after {0} pages</translation>
    </message>
</context>
<context>
    <name>ConflictsModel</name>
    <message>
        <source>版面</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>前文</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>本工程</source>
        <translation>This project</translation>
    </message>
    <message>
        <source>原文</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>后文</source>
        <translation>After</translation>
    </message>
    <message>
        <source>取用</source>
        <translation>Taken</translation>
    </message>
    <message>
        <source>未定</source>
        <translation>undecided</translation>
    </message>
</context>
<context>
    <name>CorrectBar</name>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>选上显示着的每一处，或全不选</source>
        <translation>Tick every place that is shown, or none</translation>
    </message>
    <message>
        <source>改为</source>
        <translation>Replace with</translation>
    </message>
    <message>
        <source>改成什么</source>
        <translation>What to put there</translation>
    </message>
    <message>
        <source>空格 选／不选   Enter 看原处   Esc 回正文</source>
        <translation>Space ticks   Enter shows the place   Esc goes to the text</translation>
    </message>
    <message>
        <source>改正选中的 {0} 处</source>
        <translation>Correct {0} Ticked</translation>
    </message>
    <message>
        <source>改正当前这处</source>
        <translation>Correct This One</translation>
    </message>
    <message>
        <source>改正</source>
        <translation>Correct</translation>
    </message>
</context>
<context>
    <name>DifferenceModel</name>
    <message>
        <source>改动 {places} 处 · 增 {added} 字 · 删 {taken} 字</source>
        <translation>{places} places changed · {added} characters added · {taken} removed</translation>
    </message>
    <message>
        <source>删：{0}</source>
        <translation>Removed: {0}</translation>
    </message>
    <message>
        <source>增：{0}</source>
        <translation>Added: {0}</translation>
    </message>
</context>
<context>
    <name>DifferencePanel</name>
    <message>
        <source>原文与现文</source>
        <translation>Raw and current text</translation>
    </message>
    <message>
        <source>差异</source>
        <translation>Differences</translation>
    </message>
    <message>
        <source>与原文一字不差</source>
        <translation>Not a character differs from the raw text</translation>
    </message>
</context>
<context>
    <name>EverywhereQuestion</name>
    <message>
        <source>不改</source>
        <translation>Do not</translation>
    </message>
    <message>
        <source>{0} 版都作“{1}”，一起改为“{2}”？撤销一次就全部退回。</source>
        <translation>{0} pages read “{1}”. Make all of them read “{2}”? One undo takes all of it back.</translation>
    </message>
    <message>
        <source>改 {0} 版</source>
        <translation>Change {0} pages</translation>
    </message>
    <message>
        <source>（无）</source>
        <translation>(nothing)</translation>
    </message>
</context>
<context>
    <name>ExportChoices</name>
    <message>
        <source>照版面的名字；可用 {paper} {date} {page} {number} {title}</source>
        <translation>like the page; {paper} {date} {page} {number} {title} can be used</translation>
    </message>
    <message>
        <source>字体(&amp;C)</source>
        <translation>S&amp;cript</translation>
    </message>
    <message>
        <source>标点(&amp;M)</source>
        <translation>&amp;Marks</translation>
    </message>
    <message>
        <source>数字(&amp;D)</source>
        <translation>&amp;Digits</translation>
    </message>
    <message>
        <source>分文件(&amp;S)</source>
        <translation>File&amp;s</translation>
    </message>
    <message>
        <source>文件名(&amp;N)</source>
        <translation>File &amp;names</translation>
    </message>
    <message>
        <source>照原样</source>
        <translation>As it stands</translation>
    </message>
    <message>
        <source>简体</source>
        <translation>Simplified</translation>
    </message>
    <message>
        <source>繁体</source>
        <translation>Traditional</translation>
    </message>
    <message>
        <source>台湾（连同用语）</source>
        <translation>Taiwan, with its phrases</translation>
    </message>
    <message>
        <source>香港</source>
        <translation>Hong Kong</translation>
    </message>
    <message>
        <source>全角</source>
        <translation>Full width</translation>
    </message>
    <message>
        <source>半角</source>
        <translation>Half width</translation>
    </message>
    <message>
        <source>一版一个</source>
        <translation>One for each page</translation>
    </message>
    <message>
        <source>一篇一个</source>
        <translation>One for each article</translation>
    </message>
    <message>
        <source>一期一个</source>
        <translation>One for each issue</translation>
    </message>
    <message>
        <source>要小标题(&amp;H)</source>
        <translation>With &amp;headings</translation>
    </message>
    <message>
        <source>要杂项(&amp;U)</source>
        <translation>With f&amp;urniture</translation>
    </message>
    <message>
        <source>接上转版(&amp;J)</source>
        <translation>&amp;Join jumps</translation>
    </message>
    <message>
        <source>照原来断行(&amp;L)</source>
        <translation>Keep printed &amp;lines</translation>
    </message>
    <message>
        <source>只要签过校次的版(&amp;G)</source>
        <translation>Only si&amp;gned pages</translation>
    </message>
    <message>
        <source>附校勘记(&amp;X)</source>
        <translation>Critical notes (&amp;X)</translation>
    </message>
    <message>
        <source>附扫描图(&amp;I)</source>
        <translation>Scans (&amp;I)</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>写个名字，存下这些选项</source>
        <translation>A name to keep these choices under</translation>
    </message>
    <message>
        <source>存(&amp;P)</source>
        <translation>Kee&amp;p</translation>
    </message>
    <message>
        <source>删</source>
        <translation>Drop</translation>
    </message>
    <message>
        <source>选择…(&amp;B)</source>
        <translation>&amp;Browse…</translation>
    </message>
    <message>
        <source>替换同名文件(&amp;R)</source>
        <translation>&amp;Replace files of the same name</translation>
    </message>
    <message>
        <source>预览</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>格式(&amp;F)</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>预设(&amp;E)</source>
        <translation>Pr&amp;eset</translation>
    </message>
    <message>
        <source>文件夹(&amp;O)</source>
        <translation>F&amp;older</translation>
    </message>
    <message>
        <source>第一个文件：{0}</source>
        <translation>First file: {0}</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>导出到</source>
        <translation>Export to</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>校雠</source>
        <translation>Jiaochou</translation>
    </message>
    <message>
        <source>新建工程</source>
        <translation>New project</translation>
    </message>
    <message>
        <source>校雠工程 (*{0})</source>
        <translation>Jiaochou project (*{0})</translation>
    </message>
    <message>
        <source>打开工程</source>
        <translation>Open project</translation>
    </message>
    <message>
        <source>导入版面</source>
        <translation>Import pages</translation>
    </message>
    <message>
        <source>版面文字 ({0})</source>
        <translation>Page text ({0})</translation>
    </message>
    <message>
        <source>按指定编码导入</source>
        <translation>Import in a given encoding</translation>
    </message>
    <message>
        <source>文字编码：</source>
        <translation>Encoding of the text:</translation>
    </message>
    <message>
        <source>导入文件夹</source>
        <translation>Import a folder</translation>
    </message>
    <message>
        <source>正在导入</source>
        <translation>Importing</translation>
    </message>
    <message>
        <source>指定扫描图</source>
        <translation>Choose the scan</translation>
    </message>
    <message>
        <source>图片 ({0})</source>
        <translation>Images ({0})</translation>
    </message>
    <message>
        <source>正在导出</source>
        <translation>Exporting</translation>
    </message>
    <message>
        <source>另存本版文字</source>
        <translation>Save this page’s text as</translation>
    </message>
    <message>
        <source>文本 (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>正在核验</source>
        <translation>Verifying</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>区分繁简</source>
        <translation>Tell the scripts apart</translation>
    </message>
    <message>
        <source>不选时，“国”也找到“國”</source>
        <translation>Unless this is on, 国 finds 國 too</translation>
    </message>
    <message>
        <source>正则</source>
        <translation>Regex</translation>
    </message>
    <message>
        <source>查找的是正则表达式；替换里 \1 是第一个括号里的文字</source>
        <translation>What is looked for is a regular expression; \1 in the replacement is what its first group took</translation>
    </message>
    <message>
        <source>上一个</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>下一个</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>替换</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>全部替换</source>
        <translation>Replace all</translation>
    </message>
    <message>
        <source>关闭 (Esc)</source>
        <translation>Close (Esc)</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>替换为</source>
        <translation>Replace with</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>none</translation>
    </message>
</context>
<context>
    <name>FindField</name>
    <message>
        <source>{0}／{1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>没有相符的</source>
        <translation>No match</translation>
    </message>
</context>
<context>
    <name>FindingsHead</name>
    <message>
        <source>按规则</source>
        <translation>By rule</translation>
    </message>
    <message>
        <source>按对子</source>
        <translation>By pair</translation>
    </message>
    <message>
        <source>按稿件</source>
        <translation>By article</translation>
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
        <source>宽松</source>
        <translation>Lenient</translation>
    </message>
    <message>
        <source>普通</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>严格</source>
        <translation>Strict</translation>
    </message>
    <message>
        <source>严格程度</source>
        <translation>Strictness</translation>
    </message>
    <message>
        <source>分组</source>
        <translation>Grouping</translation>
    </message>
    <message>
        <source>排序</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>本版</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>列出本版的疑点</source>
        <translation>List the suspects of this page</translation>
    </message>
    <message>
        <source>列出全部页面的疑点</source>
        <translation>List the suspects of all pages</translation>
    </message>
    <message>
        <source>{0} 版未查</source>
        <translation>{0} pages unchecked</translation>
    </message>
    <message>
        <source>检查这些页面</source>
        <translation>Check these pages</translation>
    </message>
</context>
<context>
    <name>FindingsLists</name>
    <message>
        <source>打开一版，它的疑点就列在这里</source>
        <translation>Open a page: its suspects are listed here</translation>
    </message>
    <message>
        <source>正在检查…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>这样严格，本版没有疑点；“严格”时有 {0} 处</source>
        <translation>No suspects on this page at this level; “Strict” shows {0}</translation>
    </message>
    <message>
        <source>本版没有疑点</source>
        <translation>No suspects on this page</translation>
    </message>
    <message>
        <source>正在读取全部疑点…</source>
        <translation>Reading the suspects of all pages…</translation>
    </message>
    <message>
        <source>查过的版面没有疑点，还有 {0} 版没有检查</source>
        <translation>The pages checked so far have no suspects; {0} are not checked yet</translation>
    </message>
    <message>
        <source>全部版面都查过，没有疑点</source>
        <translation>All pages are checked, and there are no suspects</translation>
    </message>
</context>
<context>
    <name>FindingsModel</name>
    <message>
        <source>疑点</source>
        <translation>Suspect</translation>
    </message>
    <message>
        <source>版面</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>处</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>可信</source>
        <translation>Conf.</translation>
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
        <source>稿件之外</source>
        <translation>Outside articles</translation>
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
        <source>检查全部页面</source>
        <translation>Check all pages</translation>
    </message>
    <message>
        <source>到这一处</source>
        <translation>Go there</translation>
    </message>
    <message>
        <source>采用建议</source>
        <translation>Take the suggestion</translation>
    </message>
    <message>
        <source>在本版忽略</source>
        <translation>Dismiss on this page</translation>
    </message>
    <message>
        <source>全部忽略</source>
        <translation>Dismiss everywhere</translation>
    </message>
    <message>
        <source>不再检查“{0}”</source>
        <translation>Stop checking “{0}”</translation>
    </message>
</context>
<context>
    <name>Gutter</name>
    <message>
        <source>行号、角色和稿件</source>
        <translation>Line numbers, roles and articles</translation>
    </message>
    <message>
        <source>上下拖动，移动两稿的分界</source>
        <translation>Drag up or down to move the boundary of the two articles</translation>
    </message>
    <message>
        <source>{0}，点按另选</source>
        <translation>{0}; click to choose another role</translation>
    </message>
    <message>
        <source>版面杂项，不属于任何稿件</source>
        <translation>Furniture, part of no article</translation>
    </message>
    <message>
        <source>第 {0} 篇。点按在稿件树里选中，双击选中各行</source>
        <translation>Article {0}. Click to select it in the tree, double-click to select its lines</translation>
    </message>
    <message>
        <source>点按选中这一行；按住 Ctrl 点按，从这一行另起一稿或并回上一稿</source>
        <translation>Click to select this line; Ctrl+click to begin an article at it, or to merge it with the one above</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>关于校雠</source>
        <translation>About Jiaochou</translation>
    </message>
    <message>
        <source>校雠 Jiaochou {0}</source>
        <translation>Jiaochou 校雠 {0}</translation>
    </message>
    <message>
        <source>把报纸版面的识别文字校成干净的稿件。按 Apache License 2.0 发布。</source>
        <translation>Turns the OCR text of newspaper pages into clean articles. Apache License 2.0.</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>步</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>谁</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>做了什么</source>
        <translation>What</translation>
    </message>
    <message>
        <source>缘由</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>版面</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>已撤销</source>
        <translation>undone</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>历史</source>
        <translation>History</translation>
    </message>
    <message>
        <source>还没有做过改动</source>
        <translation>Nothing was changed yet</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>快捷键一览</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>查找操作或快捷键</source>
        <translation>Find an action or its keys</translation>
    </message>
    <message>
        <source>恢复此项</source>
        <translation>Reset this one</translation>
    </message>
    <message>
        <source>全部恢复</source>
        <translation>Reset all</translation>
    </message>
    <message>
        <source>Enter 改键，Delete 去掉</source>
        <translation>Enter changes keys, Delete takes them away</translation>
    </message>
</context>
<context>
    <name>KeysModel</name>
    <message>
        <source>操作</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>快捷键</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>{0} 在正文里另有用处，不能用作快捷键</source>
        <translation>{0} is needed in the text and cannot be a shortcut</translation>
    </message>
    <message>
        <source>{0} 已经是“{1}”的快捷键</source>
        <translation>{0} is taken by “{1}”</translation>
    </message>
</context>
<context>
    <name>LinksDialog</name>
    <message>
        <source>转版链接</source>
        <translation>Jump Links</translation>
    </message>
    <message>
        <source>停止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>接上</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>不接</source>
        <translation>Reject</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>建议 {0} 处，已接 {1} 处</source>
        <translation>{0} proposed, {1} linked</translation>
    </message>
    <message>
        <source>，{0} 处找不到另一半</source>
        <translation>, {0} without their other half</translation>
    </message>
    <message>
        <source>没有查完</source>
        <translation>Stopped halfway</translation>
    </message>
    <message>
        <source>正在各版查找转版……</source>
        <translation>Looking for jumps on all pages…</translation>
    </message>
    <message>
        <source>解除</source>
        <translation>Unlink</translation>
    </message>
    <message>
        <source>八成以上全部接上（{0}）</source>
        <translation>Link all from 80% ({0})</translation>
    </message>
</context>
<context>
    <name>LinksModel</name>
    <message>
        <source>上半篇</source>
        <translation>First half</translation>
    </message>
    <message>
        <source>下半篇</source>
        <translation>Second half</translation>
    </message>
    <message>
        <source>把握</source>
        <translation>Sure</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>已接</source>
        <translation>linked</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>校雠</source>
        <translation>Jiaochou</translation>
    </message>
    <message>
        <source>{0} — 校雠</source>
        <translation>{0} — Jiaochou</translation>
    </message>
    <message>
        <source>界面语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>下次启动时生效：</source>
        <translation>From the next start on:</translation>
    </message>
</context>
<context>
    <name>Manual</name>
    <message>
        <source>使用手册</source>
        <translation>Manual</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>取本工程 ←</source>
        <translation>Take this project’s ←</translation>
    </message>
    <message>
        <source>采用</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>取{0} →</source>
        <translation>Take {0} →</translation>
    </message>
    <message>
        <source>取原文 Del</source>
        <translation>Take what was Del</translation>
    </message>
    <message>
        <source>{0} 版有别：采用 {1} 处，冲突 {2} 处。</source>
        <translation>{0} pages differ: {1} places to take over, {2} conflicts.</translation>
    </message>
    <message>
        <source>{0} 版两边都改了稿件划分，保留本工程的。</source>
        <translation> On {0} pages both sides set the articles otherwise; those of this project stay.</translation>
    </message>
    <message>
        <source>{0} 个在本工程里没有对应的版面。</source>
        <translation> {0} fit no page of this project.</translation>
    </message>
    <message>
        <source>改动 {0} 字：两边相同 {1}，只在本工程 {2}，只在对方 {3}，两边不同 {4}</source>
        <translation>{0} characters corrected: {1} by both alike, {2} only here, {3} only there, {4} differently</translation>
    </message>
    <message>
        <source>{0} 处未定，未定的保留本工程</source>
        <translation>{0} undecided, these stay as they are here</translation>
    </message>
</context>
<context>
    <name>Merging</name>
    <message>
        <source>换用新的识别文字</source>
        <translation>Read Pages by New Texts</translation>
    </message>
    <message>
        <source>添加另一文本</source>
        <translation>Add Another Text</translation>
    </message>
    <message>
        <source>合并另一工程</source>
        <translation>Merge Another Project</translation>
    </message>
    <message>
        <source>校雠工程 (*{0})</source>
        <translation>Jiaochou project (*{0})</translation>
    </message>
    <message>
        <source>版面文字 ({0})</source>
        <translation>Texts of pages ({0})</translation>
    </message>
    <message>
        <source>正在比对</source>
        <translation>Comparing</translation>
    </message>
    <message>
        <source>新文字</source>
        <translation>new text</translation>
    </message>
    <message>
        <source>对方</source>
        <translation>other copy</translation>
    </message>
    <message>
        <source>正在查找对应的版面</source>
        <translation>Looking for the pages</translation>
    </message>
    <message>
        <source>移去另一文本</source>
        <translation>Remove Another Text</translation>
    </message>
    <message>
        <source>本版的另一文本：</source>
        <translation>Other texts of this page:</translation>
    </message>
</context>
<context>
    <name>Moving</name>
    <message>
        <source>第 {0} 篇</source>
        <translation>Article {0}</translation>
    </message>
    <message>
        <source>新稿</source>
        <translation>New article</translation>
    </message>
    <message>
        <source>另起</source>
        <translation>On its own</translation>
    </message>
    <message>
        <source>版面杂项</source>
        <translation>Furniture</translation>
    </message>
    <message>
        <source>移到哪一篇？输入标题里的几个字或拼音首字母</source>
        <translation>Move to which article? Type some of its title</translation>
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
    <name>PagePane</name>
    <message>
        <source>打开工程，或把版面文字拖进来</source>
        <translation>Open a project, or drop page text here</translation>
    </message>
    <message>
        <source>简体</source>
        <translation>simplified</translation>
    </message>
    <message>
        <source>繁体</source>
        <translation>traditional</translation>
    </message>
    <message>
        <source>繁简混用</source>
        <translation>mixed scripts</translation>
    </message>
    <message>
        <source>{0} · 原文校样</source>
        <translation>{0} · page text</translation>
    </message>
    <message>
        <source>{0} 字 · {1}</source>
        <translation>{0} characters · {1}</translation>
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
        <source>工程里还没有版面</source>
        <translation>The project has no pages yet</translation>
    </message>
    <message>
        <source>{0} / {1} 签样</source>
        <translation>{0} / {1} signed off</translation>
    </message>
</context>
<context>
    <name>Panes</name>
    <message>
        <source>疑点</source>
        <translation>Suspects</translation>
    </message>
    <message>
        <source>异文</source>
        <translation>Variants</translation>
    </message>
    <message>
        <source>历史</source>
        <translation>History</translation>
    </message>
    <message>
        <source>差异</source>
        <translation>Differences</translation>
    </message>
    <message>
        <source>语境索引</source>
        <translation>Concordance</translation>
    </message>
    <message>
        <source>版面</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>稿件</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>疑点、异文、历史、差异、语境索引</source>
        <translation>Suspects, variants, history, difference, concordance</translation>
    </message>
    <message>
        <source>扫描图</source>
        <translation>Scan</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>ProofDialog</name>
    <message>
        <source>校样</source>
        <translation>Proof sheet</translation>
    </message>
    <message>
        <source>本版（{0}）(&amp;T)</source>
        <translation>&amp;This page ({0})</translation>
    </message>
    <message>
        <source>全部 {0} 版(&amp;A)</source>
        <translation>&amp;All {0} pages</translation>
    </message>
    <message>
        <source>各版最近有校改的一校</source>
        <translation>Newest round with corrections, page by page</translation>
    </message>
    <message>
        <source>原文在中间，这一校次改了什么，用 GB/T 14706 的校对符号画出，引线连到页边；各处校改列在后面。</source>
        <translation>The text as it was before the round, with what the round corrected as proof marks (GB/T 14706) and leader lines to the margins; a list of the corrections follows.</translation>
    </message>
    <message>
        <source>存为 PDF…(&amp;S)</source>
        <translation>&amp;Save as PDF…</translation>
    </message>
    <message>
        <source>打印…(&amp;P)</source>
        <translation>&amp;Print…</translation>
    </message>
    <message>
        <source>版面</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>校次(&amp;R)</source>
        <translation>&amp;Round</translation>
    </message>
</context>
<context>
    <name>Proofing</name>
    <message>
        <source>存校样</source>
        <translation>Save proof sheets</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>{0} 校样</source>
        <translation>{0}: proof sheets</translation>
    </message>
    <message>
        <source>正在画校样</source>
        <translation>Drawing proof sheets</translation>
    </message>
</context>
<context>
    <name>ProposalsDialog</name>
    <message>
        <source>反复出现的用语</source>
        <translation>Terms that come back often</translation>
    </message>
    <message>
        <source>书名</source>
        <translation>work</translation>
    </message>
    <message>
        <source>用语</source>
        <translation>term</translation>
    </message>
    <message>
        <source>词形</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>次数</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>全选</source>
        <translation>Select All</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>加入 {0} 条</source>
        <translation>Add {0}</translation>
    </message>
</context>
<context>
    <name>ReadOnlyBar</name>
    <message>
        <source>改为编辑</source>
        <translation>Work on it</translation>
    </message>
    <message>
        <source>只读。现在没有别人在编辑这个工程，可以改为编辑。</source>
        <translation>Read-only. Nobody works on this project any more; you can work on it now.</translation>
    </message>
    <message>
        <source>只读：{0}。可以查看、查找、导出，不能改动。</source>
        <translation>Read-only: {0}. You can look, search and export, and change nothing.</translation>
    </message>
</context>
<context>
    <name>Readings</name>
    <message>
        <source>（无）</source>
        <translation>(nothing)</translation>
    </message>
    <message>
        <source>宜取</source>
        <translation>preferred</translation>
    </message>
</context>
<context>
    <name>Recovering</name>
    <message>
        <source>原来的文件不动。可以把读得出的救到一个新的工程里，也可以看看“文件”菜单里的“备份…”。</source>
        <translation>The file stays as it is. What can be read of it can be saved into a new project; look at Backups… in the menu File, too.</translation>
    </message>
    <message>
        <source>救回到新工程…</source>
        <translation>Recover into a new project…</translation>
    </message>
    <message>
        <source>救回到新工程</source>
        <translation>Recover into a new project</translation>
    </message>
    <message>
        <source>{0}-救回</source>
        <translation>{0}-recovered</translation>
    </message>
    <message>
        <source>校雠工程 (*{0})</source>
        <translation>Jiaochou project (*{0})</translation>
    </message>
    <message>
        <source>正在救回</source>
        <translation>Recovering</translation>
    </message>
    <message>
        <source>校雠</source>
        <translation>Jiaochou</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>统计</source>
        <translation>Statistics</translation>
    </message>
    <message>
        <source>停止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>重新统计</source>
        <translation>Count again</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>存本表为 CSV…</source>
        <translation>Save table as CSV…</translation>
    </message>
    <message>
        <source>全部存为网页…</source>
        <translation>Save all as a web page…</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>正在读各版的校改……</source>
        <translation>Reading the corrections of all pages…</translation>
    </message>
    <message>
        <source>没有读完，数字是上一次的</source>
        <translation>Not all was read; the figures are those of the last time</translation>
    </message>
    <message>
        <source>各表</source>
        <translation>Tables</translation>
    </message>
</context>
<context>
    <name>Reporting</name>
    <message>
        <source>CSV 表格 (*.csv)</source>
        <translation>CSV tables (*.csv)</translation>
    </message>
    <message>
        <source>网页 (*.html)</source>
        <translation>Web pages (*.html)</translation>
    </message>
    <message>
        <source>存统计</source>
        <translation>Save statistics</translation>
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
    <name>Rows</name>
    <message>
        <source>第{0}版</source>
        <translation>Page {0}</translation>
    </message>
    <message>
        <source>全版</source>
        <translation>whole page</translation>
    </message>
</context>
<context>
    <name>RulesModel</name>
    <message>
        <source>规则</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>说的是什么</source>
        <translation>What it says</translation>
    </message>
    <message>
        <source>本版</source>
        <translation>On page</translation>
    </message>
</context>
<context>
    <name>SameElsewhere</name>
    <message>
        <source>“{0}”还有 {1} 处：全部改为“{2}”</source>
        <translation>“{0}” stands in {1} more places: correct all to “{2}”</translation>
    </message>
    <message>
        <source>别的版还有“{0}” {1} 处…</source>
        <translation>“{0}” at {1} places of other pages…</translation>
    </message>
</context>
<context>
    <name>ScanPanel</name>
    <message>
        <source>扫描图</source>
        <translation>Scan</translation>
    </message>
    <message>
        <source>指定扫描图…</source>
        <translation>Choose the scan…</translation>
    </message>
    <message>
        <source>缩小 (-)</source>
        <translation>Zoom out (-)</translation>
    </message>
    <message>
        <source>放大 (+)</source>
        <translation>Zoom in (+)</translation>
    </message>
    <message>
        <source>适合宽度 (1)、整版 (0)</source>
        <translation>Fit the width (1), the page (0)</translation>
    </message>
    <message>
        <source>本版没有扫描图</source>
        <translation>This page has no scan</translation>
    </message>
    <message>
        <source>正在打开扫描图…</source>
        <translation>Opening the scan…</translation>
    </message>
    <message>
        <source>找不到扫描图 {file}</source>
        <translation>There is no scan {file}</translation>
    </message>
    <message>
        <source>读不出扫描图 {file}</source>
        <translation>The scan {file} cannot be read</translation>
    </message>
    <message>
        <source>{file} 不是能显示的图片</source>
        <translation>{file} is no image that can be shown</translation>
    </message>
    <message>
        <source>扫描图 {file} 大得不像一个版面</source>
        <translation>The scan {file} is too large to be a page</translation>
    </message>
    <message>
        <source>扫描图 {file} 已损坏</source>
        <translation>The scan {file} is damaged</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>要找的字词，一个字也行</source>
        <translation>Characters, even a single one</translation>
    </message>
    <message>
        <source>上下文</source>
        <translation>Context</translation>
    </message>
    <message>
        <source>上下文里有</source>
        <translation>Context has</translation>
    </message>
    <message>
        <source>区分字形</source>
        <translation>Exact forms</translation>
    </message>
    <message>
        <source>不选时，“国”也找到“國”，“A”也找到“a”和“Ａ”</source>
        <translation>Otherwise the other script, width and case are found too</translation>
    </message>
    <message>
        <source>正则</source>
        <translation>Regex</translation>
    </message>
    <message>
        <source>查找的是正则表达式；断在行末的词不会自动接上</source>
        <translation>A regular expression is looked for; words torn by a line end are not put together</translation>
    </message>
    <message>
        <source>按版面</source>
        <translation>By Page</translation>
    </message>
    <message>
        <source>按上文</source>
        <translation>By Left Context</translation>
    </message>
    <message>
        <source>按下文</source>
        <translation>By Right Context</translation>
    </message>
    <message>
        <source>排序</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>停</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>停止查找 (Esc)</source>
        <translation>Stop searching (Esc)</translation>
    </message>
    <message>
        <source>已找 {0} / {1} 版</source>
        <translation>{0} of {1} pages searched</translation>
    </message>
    <message>
        <source>{0} 处 · {1} 版</source>
        <translation>{0} places · {1} pages</translation>
    </message>
    <message>
        <source>{0}，显示 {1} 处</source>
        <translation>{0}, {1} shown</translation>
    </message>
</context>
<context>
    <name>Showing</name>
    <message>
        <source>工程里还没有版面。用 Ctrl+I 导入，或把文件拖进来。</source>
        <translation>The project has no pages yet. Import some with Ctrl+I, or drop files here.</translation>
    </message>
</context>
<context>
    <name>StackView</name>
    <message>
        <source>异文</source>
        <translation>Variants</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>✓ 已存 · 第 {0} 步</source>
        <translation>✓ Saved · step {0}</translation>
    </message>
    <message>
        <source>只读 · 第 {0} 步</source>
        <translation>Read-only · step {0}</translation>
    </message>
    <message>
        <source>✗ 未能写入工程，文字在窗口里</source>
        <translation>✗ Not in the project file; the text is in the window</translation>
    </message>
    <message>
        <source>第 {0} 行 第 {1} 字</source>
        <translation>Line {0}, character {1}</translation>
    </message>
    <message>
        <source>本版余 {0} 处</source>
        <translation>{0} suspects left</translation>
    </message>
    <message>
        <source>正在检查…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>改 {0} 处 · 差错率 {1}/万</source>
        <translation>{0} corrections · {1} errors in 10,000</translation>
    </message>
    <message>
        <source>Enter 采用   Del 忽略   Shift+Del 处处忽略   F7 另一处   F8 下一处</source>
        <translation>Enter accept   Del dismiss   Shift+Del everywhere   F7 other place   F8 next</translation>
    </message>
    <message>
        <source>F8 下一疑点   Ctrl+↵ 另起一稿   Ctrl+↑ 并入上稿   Alt+T 主题   Alt+B 正文   Ctrl+Z 撤销</source>
        <translation>F8 next suspect   Ctrl+↵ new article   Ctrl+↑ merge up   Alt+T title   Alt+B body   Ctrl+Z undo</translation>
    </message>
</context>
<context>
    <name>StuckBar</name>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>把文字另存为…</source>
        <translation>Save the text as…</translation>
    </message>
    <message>
        <source>{0}。录入的文字还在窗口里，写得进去时会自动补存。</source>
        <translation>{0}. What you have typed is still in the window and is stored as soon as the file can be written.</translation>
    </message>
</context>
<context>
    <name>SuspectCard</name>
    <message>
        <source>可信 {value}</source>
        <translation>confidence {value}</translation>
    </message>
    <message>
        <source>删去</source>
        <translation>delete</translation>
    </message>
    <message>
        <source>采用</source>
        <translation>accept</translation>
    </message>
    <message>
        <source>归到那里</source>
        <translation>Put it there</translation>
    </message>
    <message>
        <source>忽略</source>
        <translation>dismiss</translation>
    </message>
    <message>
        <source>处处忽略</source>
        <translation>dismiss everywhere</translation>
    </message>
    <message>
        <source>下一处</source>
        <translation>next</translation>
    </message>
    <message>
        <source>另一处</source>
        <translation>other place</translation>
    </message>
</context>
<context>
    <name>Tagging</name>
    <message>
        <source>稿件改名</source>
        <translation>Rename the article</translation>
    </message>
    <message>
        <source>稿件的名称，空着就用标题：</source>
        <translation>Its name; empty: its title:</translation>
    </message>
    <message>
        <source>这是哪一种稿件？</source>
        <translation>What kind of article is this?</translation>
    </message>
</context>
<context>
    <name>TakingOver</name>
    <message>
        <source>正在采用</source>
        <translation>Taking over</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>词形</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>误</source>
        <translation>Wrong</translation>
    </message>
    <message>
        <source>正</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>改过</source>
        <translation>Corrected</translation>
    </message>
    <message>
        <source>采用</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>忽略</source>
        <translation>Dismissed</translation>
    </message>
    <message>
        <source>可信</source>
        <translation>Sure</translation>
    </message>
</context>
<context>
    <name>TermsDialog</name>
    <message>
        <source>词表与对子</source>
        <translation>Glossary and pairs</translation>
    </message>
    <message>
        <source>词表.tsv</source>
        <translation>glossary.tsv</translation>
    </message>
    <message>
        <source>查找人名、机构、提法；没有的，按 Enter 加入</source>
        <translation>Find names, offices, phrases; Enter adds what is not there</translation>
    </message>
    <message>
        <source>对子.tsv</source>
        <translation>pairs.tsv</translation>
    </message>
    <message>
        <source>查找；写“误 正”，中间空一格，按 Enter 加入</source>
        <translation>Find; write “wrong right” with a space between and press Enter to add</translation>
    </message>
    <message>
        <source>从工程学习…</source>
        <translation>Learn from Project…</translation>
    </message>
    <message>
        <source>词表</source>
        <translation>Glossary</translation>
    </message>
    <message>
        <source>对子</source>
        <translation>Pairs</translation>
    </message>
    <message>
        <source>正在数各版的用语…</source>
        <translation>Counting the terms of all pages…</translation>
    </message>
    <message>
        <source>工程里没有反复出现的书名和引号里的用语</source>
        <translation>No title or quoted term comes back often in this project</translation>
    </message>
</context>
<context>
    <name>TermsPage</name>
    <message>
        <source>加入</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>导入…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>导出…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>删去 {0} 条，Ctrl+Z 找回</source>
        <translation>Deleted: {0}. Ctrl+Z brings them back</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>文本 (*.txt *.tsv);;所有文件 (*)</source>
        <translation>Text (*.txt *.tsv);;All files (*)</translation>
    </message>
    <message>
        <source>导入 {0} 条</source>
        <translation>Imported: {0}</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>文本 (*.tsv *.txt)</source>
        <translation>Text (*.tsv *.txt)</translation>
    </message>
    <message>
        <source>导出 {0} 条</source>
        <translation>Exported: {0}</translation>
    </message>
    <message>
        <source>{0} 条</source>
        <translation>{0} entries</translation>
    </message>
    <message>
        <source>{0}。空格开关，Enter 改，Delete 删</source>
        <translation>{0}. Space switches, Enter edits, Del deletes</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>工具栏</source>
        <translation>Toolbar</translation>
    </message>
</context>
<context>
    <name>Variants</name>
    <message>
        <source>文字不同</source>
        <translation>Other words</translation>
    </message>
    <message>
        <source>脱文</source>
        <translation>Words lost</translation>
    </message>
    <message>
        <source>衍文</source>
        <translation>Words added</translation>
    </message>
    <message>
        <source>次序不同</source>
        <translation>Another order</translation>
    </message>
    <message>
        <source>标点不同</source>
        <translation>Other punctuation</translation>
    </message>
    <message>
        <source>字形不同</source>
        <translation>Other script</translation>
    </message>
    <message>
        <source>断行不同</source>
        <translation>Lines break otherwise</translation>
    </message>
    <message>
        <source>第 {0} 处，共 {1} 处 · {2}</source>
        <translation>Variant {0} of {1} · {2}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>此句有 {0} 处异文</source>
        <translation>{0} variants in this sentence</translation>
    </message>
    <message>
        <source>此句各本没有异文</source>
        <translation>No variants in this sentence</translation>
    </message>
    <message>
        <source>本版</source>
        <translation>This page</translation>
    </message>
    <message>
        <source>异文 {0} 处 · 他本 {1}</source>
        <translation>{0} variants · {1} other witnesses</translation>
    </message>
</context>
<context>
    <name>VariantsPanel</name>
    <message>
        <source>各本同句</source>
        <translation>Witnesses</translation>
    </message>
    <message>
        <source>连同标点与字形</source>
        <translation>Punctuation and script too</translation>
    </message>
    <message>
        <source>取此读法</source>
        <translation>take it</translation>
    </message>
    <message>
        <source>同误各版</source>
        <translation>all that share it</translation>
    </message>
    <message>
        <source>下一处</source>
        <translation>next</translation>
    </message>
    <message>
        <source>到他版</source>
        <translation>go there</translation>
    </message>
</context>
<context>
    <name>_PressedKeys</name>
    <message>
        <source>请按新的键</source>
        <translation>Press new keys</translation>
    </message>
</context>
</TS>
