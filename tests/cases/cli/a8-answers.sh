# What veraPDF answers as TAP and as counts: a file that passes, one that fails
# a rule, one that it cannot read, one that it left out, one that is broken on
# purpose and found, one where it fails to find what is broken.
for name in good bad unread left-out broken/3a-6.7.2.2-1-found \
    broken/3a-6.7.2.2-1-missed broken/ua1-7.2-34-other; do
    echo "/kept/$name.pdf"
done >files

# answer NAME PASSED FAILED RULE...
answer() {
    cat <<END
    <job>
      <item size="1">
        <name>/kept/$1.pdf</name>
      </item>
      <validationReport jobEndStatus="normal" profileName="PDF/A-3A" isCompliant="false">
        <details passedRules="$2" failedRules="$3" passedChecks="1000" failedChecks="$3">
END
    shift 3
    for rule; do
        cat <<END
          <rule specification="ISO 19005-3:2012" clause="${rule%-*}" testNumber="${rule#*-}" status="failed" failedChecks="2">
            <description>A &lt;rule&gt; &amp; what it says</description>
            <object>CosDocument</object>
            <check status="failed">
              <context>root</context>
              <errorMessage>It is not so</errorMessage>
            </check>
          </rule>
END
    done
    cat <<END
        </details>
      </validationReport>
    </job>
END
}
{
    answer good 155 0
    answer bad 154 1 6.2.4.3-2
    cat <<END
    <job>
      <item size="1">
        <name>/kept/unread.pdf</name>
      </item>
      <taskException type="PARSE" isExecuted="true" isSuccess="false">
        <exceptionMessage>Exception: no PDF header</exceptionMessage>
      </taskException>
    </job>
END
    answer broken/3a-6.7.2.2-1-found 154 1 6.7.2.2-1
    answer broken/3a-6.7.2.2-1-missed 154 1 6.2.4.3-2
    answer broken/ua1-7.2-34-other 155 0
} >3a.xml
awk -v profile=3a -v root=/tree/ -v kept=/kept/ -v report=report.tsv \
    -f "$root/tests/conformance/report.awk" files 3a.xml
cat report.tsv
