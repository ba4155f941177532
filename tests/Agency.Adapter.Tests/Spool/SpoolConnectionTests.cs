using Agency.Adapter.Spool;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Agency.Adapter.Tests.Spool;

public sealed class SpoolConnectionTests : IDisposable
{
    private const string Insert = "INSERT INTO Line (Number, Text) VALUES (@Number, @Text)";
    private const string Find = "SELECT Text FROM Line WHERE Number = @Number";
    private readonly SpoolConnection connection = new("Data Source=:memory:;Pooling=False");

    public SpoolConnectionTests()
    {
        connection.Open();
        connection.Execute("CREATE TABLE Line (Number INTEGER NOT NULL PRIMARY KEY, Text TEXT)");
    }

    public void Dispose() => connection.Dispose();

    [Fact]
    public void Keeps_a_statement_that_has_run()
    {
        connection.Execute(Insert, new { Number = 1, Text = "one" });
        var kept = connection.Statements.Take(Insert);
        connection.Statements.Keep(kept);
        connection.Execute(Insert, new { Number = 2, Text = "two" });

        connection.Statements.Take(Insert).ShouldBeSameAs(kept);
    }

    [Fact]
    public void Gives_a_kept_statement_nothing_of_its_last_run()
    {
        connection.Execute(Insert, new { Number = 1, Text = "one" });
        connection.Execute(Insert, new { Number = 2, Text = (string?)null });

        Text(1).ShouldBe("one");
        Text(2).ShouldBeNull();
        Should.Throw<InvalidOperationException>(() => connection.Execute(Insert, new { Number = 3 }));
    }

    [Fact]
    public void Runs_a_statement_again_that_has_failed()
    {
        connection.Execute(Insert, new { Number = 1, Text = "one" });
        Should.Throw<SqliteException>(() => connection.Execute(Insert, new { Number = 1, Text = "again" }));
        connection.Execute(Insert, new { Number = 2, Text = "two" });

        Text(2).ShouldBe("two");
    }

    [Fact]
    public void Runs_a_text_while_another_run_of_it_is_being_read()
    {
        foreach (var number in Enumerable.Range(1, 3))
        {
            connection.Execute(Insert, new { Number = number, Text = $"{number}" });
        }

        const string list = "SELECT Number FROM Line ORDER BY Number";
        foreach (var number in connection.Query<int>(list, buffered: false))
        {
            connection.Query<int>(list).ShouldBe([1, 2, 3]);
            Text(number).ShouldBe($"{number}");
        }
    }

    private string? Text(int number) => connection.QuerySingle<string?>(Find, new { Number = number });
}
