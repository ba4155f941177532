using System.Text;
using Axis.Contracts.Statements;
using Axis.Hub.Statements.Render;

namespace Axis.Hub.Tests.Statements.Render;

public sealed class StatementFilesTests(Printer printer) : IClassFixture<Printer>
{
    [Theory]
    [InlineData("Json", "statement-H37-2026-11-25-v2.json", "application/json")]
    [InlineData("Csv", "statement-H37-2026-11-25-v2.csv", "text/csv; charset=utf-8")]
    [InlineData("Xlsx", "statement-H37-2026-11-25-v2.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("Pdf", "statement-H37-2026-11-25-v2.pdf", "application/pdf")]
    public void A_file_is_named_for_agency_day_and_version(string format, string name, string type)
    {
        var one = Enum.Parse<StatementFormat>(format);

        StatementFiles.NameOf(SampleStatement.Busy(), 2, one).ShouldBe(name);
        StatementFiles.TypeOf(one).ShouldBe(type);
    }

    [Theory]
    [InlineData("Json")]
    [InlineData("Csv")]
    [InlineData("Xlsx")]
    public void The_same_statement_gives_the_same_bytes(string format)
    {
        var one = Enum.Parse<StatementFormat>(format);

        var first = Print(one);

        Print(one).ShouldBe(first);
        printer.Files.Of(SampleStatement.Zero(), 2, SampleStatement.IssuedAt, one).ShouldNotBe(first);
    }

    [Fact]
    public void Two_prints_differ_by_their_signature_only()
    {
        var (first, second) = (new ReadSignature(Print(StatementFormat.Pdf)), new ReadSignature(Print(StatementFormat.Pdf)));

        second.Signed.ShouldBe(first.Signed);
        second.Cms.ShouldNotBe(first.Cms);
    }

    [Fact]
    public void The_JSON_is_the_content_that_is_hashed()
    {
        var statement = SampleStatement.Busy();

        Print(StatementFormat.Json).ShouldBe(StatementJson.Write(statement));
        Encoding.UTF8.GetString(Print(StatementFormat.Json)).ShouldContain("Ủy ban nhân dân tỉnh Lạng Sơn");
    }

    [Fact]
    public void The_JSON_of_a_correction_is_the_content_that_is_hashed_and_what_it_changes()
    {
        var read = StatementJson.Read(printer.Files.Of(SampleStatement.Corrected(), 2, SampleStatement.IssuedAt, StatementFormat.Json));

        read.Changes.ShouldNotBeNull().Differences[0].ShouldBe(new StatementChange("figures.noReply.closing", "6", "5"));
        StatementJson.Write(read with { Changes = null }).ShouldBe(StatementJson.Write(SampleStatement.Busy()));
    }

    private byte[] Print(StatementFormat format) => printer.Files.Of(SampleStatement.Busy(), 2, SampleStatement.IssuedAt, format);
}
