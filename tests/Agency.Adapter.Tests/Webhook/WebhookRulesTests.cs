using Agency.Adapter.AgencySystem.Webhook;
using Axis.TestKit;

namespace Agency.Adapter.Tests.Webhook;

/// <summary>Which settings of a webhook are good.</summary>
public class WebhookRulesTests
{
    [Theory]
    [InlineData("", "", false, "")]
    [InlineData("https://qlvb.h37.example/axis", AgencyServer.Secret, false, "")]
    [InlineData("http://127.0.0.1:8080/axis", AgencyServer.Secret, false, "")]
    [InlineData("http://localhost/axis", AgencyServer.Secret, false, "")]
    [InlineData("http://qlvb.h37.example/axis", AgencyServer.Secret, false, "Url")]
    [InlineData("http://qlvb.h37.example/axis", AgencyServer.Secret, true, "")]
    [InlineData("ftp://qlvb.h37.example/axis", AgencyServer.Secret, true, "Url")]
    [InlineData("https://user:password@qlvb.h37.example/axis", AgencyServer.Secret, false, "Url")]
    [InlineData("axis", AgencyServer.Secret, false, "Url")]
    [InlineData("https://qlvb.h37.example/axis", "short", false, "Secret")]
    public void Settings_that_would_let_alerts_be_read_or_forged_are_refused(string url, string secret, bool allowHttp, string expected)
    {
        var faults = WebhookRules.Faults(new WebhookOptions { Url = url, Secret = secret, AllowHttp = allowHttp });

        string.Join(' ', faults.Select(fault => fault.Split(':')[0])).ShouldBe(expected);
    }

    [Fact]
    public void The_secret_may_lie_in_a_file()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, AgencyServer.Secret + "\n");
            var options = new WebhookOptions { Url = "https://qlvb.h37.example/axis", SecretPath = file };

            WebhookRules.Faults(options).ShouldBeEmpty();
            options.ReadSecret().ShouldBe(AgencyServer.Secret);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
