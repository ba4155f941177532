using System.CommandLine;
using System.Data.Common;

namespace Axis.Hub.Commands;

/// <summary>The command line <c>axis-hub</c>.</summary>
internal sealed class HubCommand
{
    private readonly CommonOptions common = new();

    private HubCommand()
    {
    }

    /// <summary>Builds the whole tree.</summary>
    public static RootCommand Create()
    {
        var hub = new HubCommand();
        var root = new RootCommand("The hub of Axis: serves agencies' adapters, and looks after its database, broker, registry and stuck items.");
        hub.common.AddTo(root);
        root.Add(ServeCommand.Create(hub));
        root.Add(MigrateCommand.Create(hub));
        root.Add(DoctorCommand.Create(hub));
        root.Add(AdapterCommand.Create(hub));
        root.Add(CertificateCommand.Create(hub));
        root.Add(AgencyCommand.Create(hub));
        root.Add(QueuesCommand.Create(hub));
        root.Add(StuckCommand.Create(hub));
        root.Add(CancelCommand.Create(hub));
        root.Add(StatementCommand.Create(hub));
        root.Add(CalendarCommand.Create(hub));
        root.Add(AlertCommand.Create(hub));
        root.Add(ClockCommand.Create(hub));
        root.Add(WatchCommand.Create(hub));
        root.Add(OutageCommand.Create(hub));
        root.Add(MailCommand.Create(hub));
        root.Add(ReconcileCommand.Create(hub));
        return root;
    }

    /// <summary>Parses and runs; 0 = done, 1 = could not, with the reasons on the error output.</summary>
    public static Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter? output = null, TextWriter? error = null, CancellationToken cancellation = default)
    {
        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false };
        if (output is not null)
        {
            configuration.Output = output;
        }

        if (error is not null)
        {
            configuration.Error = error;
        }

        return Create().Parse(arguments).InvokeAsync(configuration, cancellation);
    }

    /// <summary>Gives a command its action. Expected failures are told, each on a line; others are bugs and fall through.</summary>
    public Command Does(Command command, Func<CommandRun, CancellationToken, Task<int>> action)
    {
        command.SetAction(async (parsed, cancellation) =>
        {
            try
            {
                await using var run = new CommandRun(common, parsed);
                return await action(run, cancellation);
            }
            catch (CommandFailedException failed)
            {
                return Tell(parsed, failed.Reasons);
            }
            catch (DbException failed)
            {
                return Tell(parsed, ["database: " + failed.Message]);
            }
            catch (HttpRequestException failed)
            {
                return Tell(parsed, ["broker management: " + failed.Message]);
            }
            catch (Exception failed) when (failed is Platform.Storage.MigrationException or FileNotFoundException or DirectoryNotFoundException
                or UnauthorizedAccessException or System.Security.Cryptography.CryptographicException or Polly.Timeout.TimeoutRejectedException)
            {
                return Tell(parsed, [failed.Message]);
            }
        });
        return command;
    }

    private static int Tell(ParseResult parsed, IEnumerable<string> reasons)
    {
        foreach (var reason in reasons)
        {
            parsed.InvocationConfiguration.Error.WriteLine("axis-hub: " + reason);
        }

        return 1;
    }
}
