using Axis.Hub.Commands;
using Axis.TestKit;

namespace Axis.Hub.Tests.Operate;

/// <summary>The command line on SQL Server: what it does with one, and what it says without.</summary>
public sealed class MigrateCommandTests
{
    private const string Nowhere = "Server=127.0.0.1,1;Database=axis;Password=secret;User Id=sa;Connect Timeout=1";

    [Theory]
    [InlineData("migrate", "axis-hub: database: ")]
    [InlineData("agency list", "axis-hub: The database axis cannot be opened: ")]
    public async Task Tells_a_server_that_is_away_in_one_line_and_does_not_wait_for_it(string command, string said)
    {
        var (code, error) = await RunAsync([.. command.Split(' '), "--ledger", Nowhere]);
        code.ShouldBe(1);
        error.ShouldStartWith(said);
        error.ShouldNotContain("secret");
        error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Refuses_an_actor_whose_name_no_column_takes() =>
        (await RunAsync("agency", "list", "--actor", new string('x', 142))).ShouldBe((1, "axis-hub: --actor: at most 141 characters" + Environment.NewLine));

    [SqlServerFact]
    public async Task Makes_the_database_that_it_is_given()
    {
        await SqlServerHost.ReadyAsync();
        var database = SqlServerHost.NewConnectionString();
        try
        {
            foreach (var command in new[] { "migrate", "migrate", "agency import", "agency list H37" })
            {
                (await RunAsync([.. command.Split(' '), "--ledger", database])).ShouldBe((0, ""), command);
            }
        }
        finally
        {
            await SqlServerHost.DropAsync(database);
        }
    }

    private static async Task<(int Code, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        return (await HubCommand.RunAsync(arguments, output, error, TestContext.Current.CancellationToken), error.ToString());
    }
}
