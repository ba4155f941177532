using Axis.Hub.Commands;
using Axis.TestKit;

namespace Axis.Hub.Tests.Operate;

public sealed class SettingsTests
{
    [Fact]
    public void Says_everything_that_is_wrong_at_once()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.At("axis-hub.json"), """{ "Window": "many", "Windows": 3, "BatchWait": "soon" }""");
        var failed = Should.Throw<CommandFailedException>(() => HubSettings.Load(folder.At("axis-hub.json"), new Dictionary<string, string?> { ["Colour"] = "red" }));

        failed.Reasons.Count.ShouldBe(4);
        failed.Reasons.ShouldContain(reason => reason.StartsWith("Windows is no setting"));
        failed.Reasons.ShouldContain(reason => reason.StartsWith("Colour is no setting"));
        failed.Reasons.ShouldContain(reason => reason.StartsWith("Window: many is no whole number"));
        failed.Reasons.ShouldContain(reason => reason.StartsWith("BatchWait: soon is no time span"));
    }

    [Fact]
    public void Checks_values_that_could_be_read()
    {
        var failed = Should.Throw<CommandFailedException>(() => HubSettings.Load(null, new Dictionary<string, string?>
        {
            ["Broker"] = "localhost", ["ConsoleEndpoint"] = "http://0.0.0.0:7080", ["AdapterEndpoint"] = "http://127.0.0.1:7443", ["BatchSize"] = "0",
            ["KeepAlertsDays"] = "30",
        }));
        failed.Reasons.Select(reason => reason.Split(':')[0]).ShouldBe(["Broker", "AdapterEndpoint", "ConsoleEndpoint", "KeepAlertsDays", "BatchSize"]);
    }

    [Theory]
    [InlineData("Server=sql01;User Id=axis;Password=secret", "names no database")]
    [InlineData("Server=sql01;Database=axis;Colour=red", "Keyword not supported: 'colour'")]
    [InlineData("sql01", "no connection string")]
    public void Says_what_is_wrong_with_a_ledgers_address_and_never_its_password(string ledger, string wrong)
    {
        var failed = Should.Throw<CommandFailedException>(() => HubSettings.Load(null, new Dictionary<string, string?> { ["Ledger"] = ledger }));
        failed.Reasons.ShouldHaveSingleItem().ShouldContain(wrong);
        failed.Reasons[0].ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("Server=sql01;Database=axis;Encrypt=Strict")]
    [InlineData("Data Source=sql01.db;Initial Catalog=axis")]
    [InlineData("Data Source=axis.db")]
    public void Takes_the_addresses_of_both_databases(string ledger) =>
        HubSettings.Load(null, new Dictionary<string, string?> { ["Ledger"] = ledger }).Ledger.ShouldBe(ledger);

    [Fact]
    public void Refuses_a_hubs_name_that_no_column_takes() =>
        Should.Throw<CommandFailedException>(() => HubSettings.Load(null, new Dictionary<string, string?> { ["Name"] = new string('x', 151) }))
            .Reasons.ShouldBe(["Name: at most 150 characters"]);

    [Fact]
    public void Knows_two_forms_of_log_lines() =>
        Should.Throw<CommandFailedException>(() => HubSettings.Load(null, new Dictionary<string, string?> { ["LogFormat"] = "xml" }))
            .Reasons.ShouldBe(["LogFormat: text or json"]);

    [Fact]
    public void Asks_for_the_roots_without_which_no_time_stamp_can_be_judged()
    {
        using var folder = new TempFolder();
        var wanted = new Dictionary<string, string?> { ["CertificateFolder"] = folder.Path, ["RequireTimeStamps"] = "true", ["TimeStampAuthority"] = "tsa.example" };
        Should.Throw<CommandFailedException>(() => HubSettings.Load(null, wanted)).Reasons.Select(reason => reason.Split(':')[0])
            .ShouldBe(["TimeStampAuthority", "RequireTimeStamps, TimeStampAuthority"]);

        File.WriteAllText(folder.At("time-stamp-roots.pem"), "");
        wanted["TimeStampAuthority"] = "http://tsa.example/";
        HubSettings.Load(null, wanted).RequireTimeStamps.ShouldBe(true);
        HubSettings.Load(null, new Dictionary<string, string?>()).RequireTimeStamps.ShouldBeNull();
    }

    [Fact]
    public void Names_by_code_the_brokers_roots_that_cannot_be_used()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.At("empty.pem"), "");
        foreach (var path in new[] { folder.At("absent.pem"), folder.At("empty.pem") })
        {
            Should.Throw<CommandFailedException>(() => HubSettings.Load(null, new Dictionary<string, string?> { ["BrokerRootsPath"] = path }))
                .Reasons.ShouldHaveSingleItem().ShouldStartWith("BrokerRootsPath: AXS-7006 ");
        }
    }

    [Fact]
    public void Names_by_code_everything_that_is_wrong_with_the_calendar()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.At("calendar.csv"), "date,kind,name_vi,name_en,confidence,source\n2026-13-01,holiday,a,b,verified,c\n2026-01-01,feast,a,b,verified,c\n");
        Reasons(folder.At("none.csv"), "8-12").ShouldBe(["CalendarPath, OfficeHours: AXS-8008", "CalendarPath, OfficeHours: AXS-8009"]);
        Reasons(folder.At("calendar.csv"), "07:30-11:30").ShouldBe(["CalendarPath, OfficeHours: AXS-8004", "CalendarPath, OfficeHours: AXS-8005"]);
        HubSettings.Load(null, new Dictionary<string, string?> { ["OfficeHours"] = "08:00-11:30, 13:00-17:00" }).CalendarPath.ShouldBe("");

        static IEnumerable<string> Reasons(string path, string hours) => Should.Throw<CommandFailedException>(() => HubSettings.Load(
            null, new Dictionary<string, string?> { ["CalendarPath"] = path, ["OfficeHours"] = hours })).Reasons.Select(reason => string.Join(' ', reason.Split(' ')[..3]));
    }

    [Fact]
    public void Says_everything_that_is_wrong_with_e_mail_and_nothing_while_there_is_none()
    {
        using var folder = new TempFolder();
        HubSettings.Load(null, new Dictionary<string, string?> { ["Mail:From"] = "nobody" }).Mail.Host.ShouldBe("");
        var failed = Should.Throw<CommandFailedException>(() => HubSettings.Load(null, new Dictionary<string, string?>
        {
            ["Mail:Host"] = "mail.gov.vn", ["Mail:Port"] = "0", ["Mail:Tls"] = "None", ["Mail:RootsPath"] = folder.At("absent.pem"), ["Mail:User"] = "axis", ["Mail:From"] = "nobody",
            ["Mail:Operators"] = "a@axis.gov.vn, b", ["Mail:Window"] = "00:00:01", ["Mail:WaitLimit"] = "2.00:00:00", ["Mail:AttachmentLimit"] = "1",
            ["Mail:KeepBodiesDays"] = "-1",
        }));
        failed.Reasons.Select(reason => reason.Split(": ")[0]).ShouldBe(
        [
            "Mail:Port", "Mail:Tls", "Mail:RootsPath", "Mail:User, Mail:PasswordFile", "Mail:From", "Mail:Operators", "Mail:Window", "Mail:WaitLimit", "Mail:KeepBodiesDays", "Mail:AttachmentLimit",
        ]);
        Should.Throw<CommandFailedException>(() => HubSettings.Load(null, new Dictionary<string, string?> { ["Mail:Hots"] = "mail.gov.vn" }))
            .Reasons.ShouldHaveSingleItem().ShouldContain("Hots");
        var options = HubSettings.Load(null, new Dictionary<string, string?>
        {
            ["Mail:Host"] = "127.0.0.1", ["Mail:Tls"] = "None", ["Mail:From"] = "truc@axis.gov.vn", ["Mail:Operators"] = "a@axis.gov.vn, b@axis.gov.vn",
        }).Mail;
        (options.Tls, options.OperatorAddresses.Count, options.Window).ShouldBe((Axis.Hub.Mail.MailTls.None, 2, TimeSpan.FromMinutes(30)));
    }

    [Fact]
    public void Lets_the_command_line_win_over_the_file()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.At("axis-hub.json"), """{ "Window": 7, "BatchSize": 9, "RetryLadder": ["00:00:01", "00:00:02"] }""");
        var options = HubSettings.Load(folder.At("axis-hub.json"), new Dictionary<string, string?> { ["window"] = "8" });

        options.Window.ShouldBe(8);
        options.BatchSize.ShouldBe(9);
        options.RetryLadder.ShouldBe([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)]);
    }

    [Fact]
    public void Names_a_settings_file_that_is_not_there_or_no_JSON()
    {
        using var folder = new TempFolder();
        Should.Throw<CommandFailedException>(() => HubSettings.Load(folder.At("none.json"), new Dictionary<string, string?>())).Message.ShouldContain("does not exist");
        File.WriteAllText(folder.At("broken.json"), "{ \"Window\": ");
        Should.Throw<CommandFailedException>(() => HubSettings.Load(folder.At("broken.json"), new Dictionary<string, string?>())).Message.ShouldContain("broken.json");
    }
}
