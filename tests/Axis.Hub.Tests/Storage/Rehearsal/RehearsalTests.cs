using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Tests.Storage.Rehearsal;

/// <summary>The rehearsal finds what it is for.</summary>
public sealed class RehearsalTests
{
    private const string Insert = "INSERT INTO dbo.Content (Sha256, Bytes, CreatedAt) SELECT j.Sha256, j.Bytes, j.CreatedAt FROM OPENJSON(@rows) WITH (Sha256 nvarchar(64), Bytes varbinary(max), CreatedAt datetimeoffset(3)) AS j;";

    [Theory]
    [InlineData("""[{"Sha256":"aa","Bytes":"AQI=","CreatedAt":"2026-11-24T05:00:00.000Z"}]""")]
    [InlineData("""[{"Sha256":"aa","Bytes":null,"CreatedAt":"2026-11-24T05:00:00.000Z"}]""")]
    public void Passes_a_list_that_OPENJSON_reads_as_it_is_meant(string rows) => ServerStatement.Of(Insert).CheckParameters(new { rows }, writes: true);

    [Theory]
    [InlineData("""[{"sha256":"aa","Bytes":"AQI=","CreatedAt":"2026-11-24T05:00:00.000Z"}]""", "$.Sha256 is not sent")]
    [InlineData("""[{"Sha256":"aa","Bytes":[1,2],"CreatedAt":"2026-11-24T05:00:00.000Z"}]""", "and no varbinary(max)")]
    [InlineData("""[{"Sha256":"aa","Bytes":"AQI=","CreatedAt":"24/11/2026"}]""", "and no datetimeoffset(3)")]
    [InlineData("""[{"Sha256":7,"Bytes":"AQI=","CreatedAt":"2026-11-24T05:00:00.000Z"}]""", "and no nvarchar(64)")]
    public void Finds_a_list_that_OPENJSON_reads_otherwise(string rows, string complaint) =>
        Should.Throw<ShouldAssertException>(() => ServerStatement.Of(Insert).CheckParameters(new { rows }, writes: true)).Message.ShouldContain(complaint);

    [Fact]
    public void Finds_a_text_that_is_longer_than_its_column() =>
        Should.Throw<ShouldAssertException>(() => ServerStatement.Of(Insert).CheckParameters(
            new { rows = SqlJson.Write([new { Sha256 = new string('a', 65), Bytes = new byte[] { 1 }, CreatedAt = DateTimeOffset.UnixEpoch }]) }, writes: true))
            .Message.ShouldContain("and no nvarchar(64)");

    [Fact]
    public void Finds_a_parameter_that_is_spelled_otherwise() =>
        Should.Throw<ShouldAssertException>(() => ServerStatement.Of("SELECT s.Try FROM dbo.Submission AS s WHERE s.Try = @try;").CheckParameters(new { Try = 1 }, writes: false))
            .Message.ShouldContain("needs parameters");

    [Theory]
    [InlineData("UPDATE dbo.Submission SET Try = 1;")]
    [InlineData("SELECT s.Try FROM dbo.Submission AS s WITH (UPDLOCK);")]
    public void Finds_a_read_that_locks_or_writes(string text)
    {
        ServerStatement.Of(text).CheckParameters(null, writes: true);
        Should.Throw<ShouldAssertException>(() => ServerStatement.Of(text).CheckParameters(null, writes: false)).Message.ShouldContain("in a read");
    }

    [Fact]
    public void Passes_types_that_Dapper_can_read() => ServerStatement.Of(
        "SELECT COUNT(*) AS Number, CAST(1 AS bit) AS Flag, d.DocumentId AS Id FROM dbo.Document AS d GROUP BY d.DocumentId;").CheckRows<Counted>();

    [Theory]
    [InlineData("SELECT COUNT(*) AS Count, CAST(1 AS bit) AS Flag, d.DocumentId AS Id FROM dbo.Document AS d GROUP BY d.DocumentId;")] // another name
    [InlineData("SELECT d.AcceptedAt AS Number, CAST(1 AS bit) AS Flag, d.DocumentId AS Id FROM dbo.Document AS d;")] // another type
    [InlineData("UPDATE dbo.Submission SET Try = 1;")] // nothing at all
    public void Finds_what_Dapper_cannot_read(string text) => Should.Throw<Exception>(() => ServerStatement.Of(text).CheckRows<Counted>());

    [Fact]
    public void Finds_a_record_that_is_made_by_a_constructor_of_other_types() =>
        Should.Throw<InvalidOperationException>(() => ServerStatement.Of("SELECT COUNT(*) AS Number FROM dbo.Document AS d;").CheckRows<ByConstructor>());

    [Theory]
    [InlineData("SELECT * FROM dbo.RegistryVersion;", "int,bigint")]
    [InlineData("WITH A AS (SELECT MIN(d.AdapterCode) AS Code FROM dbo.Delivery AS d UNION ALL SELECT a.Code FROM A AS a) SELECT a.Code, ROW_NUMBER() OVER (ORDER BY a.Code) AS N FROM A AS a;", "nvarchar(64),bigint")]
    [InlineData("SELECT COALESCE(x.Generation, 0) AS G, DATALENGTH(c.Bytes) AS L, DATALENGTH(c.Sha256) AS S FROM dbo.Content AS c OUTER APPLY (SELECT TOP (1) d.Generation FROM dbo.Delivery AS d) AS x;", "int,bigint,int")]
    [InlineData("UPDATE d SET Phase = 1 OUTPUT inserted.DeliveryId, inserted.Version FROM dbo.Delivery AS d;", "uniqueidentifier,bigint")]
    public void Knows_what_a_statement_answers_with(string text, string types) =>
        string.Join(',', ServerStatement.Of(text).Columns.Select(column => column.Type)).ShouldBe(types);

    private sealed record Counted
    {
        public required long Number { get; init; }
        public required bool Flag { get; init; }
        public required Guid Id { get; init; }
    }

    private sealed record ByConstructor(long Number);
}
