using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Axis.Contracts.Errors;
using Axis.Contracts.Tls;

namespace Axis.Contracts.Tests.Tls;

/// <summary>Real handshakes on loopback: what a server shows, and what is thought of it.</summary>
public sealed class ServerTrustTests : IDisposable
{
    private const string Host = "broker.example";

    private readonly ServerAuthority authority = new();
    private readonly string folder = Directory.CreateTempSubdirectory("axis-server-trust-").FullName;

    private ServerTrust Own => ServerTrust.In(authority.Anchors);

    public void Dispose()
    {
        authority.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Theory, InlineData(Host), InlineData("127.0.0.1")]
    public async Task Believes_a_server_of_the_called_name_that_leads_to_a_trusted_root(string called)
    {
        using var shown = authority.Issue();
        (await ShakeAsync(Own, called, shown)).ShouldBeNull();
    }

    [Fact]
    public async Task Refuses_a_server_of_another_authority()
    {
        using var other = new ServerAuthority();
        using var shown = other.Issue();
        Code(await ShakeAsync(Own, Host, shown, other)).ShouldBe(ErrorCatalogue.ServerUntrusted.Code);
    }

    [Fact]
    public async Task Trusts_the_machines_roots_and_no_others_where_none_are_named()
    {
        using var shown = authority.Issue();
        Code(await ShakeAsync(ServerTrust.Load(""), Host, shown)).ShouldBe(ErrorCatalogue.ServerUntrusted.Code);
    }

    [Theory, InlineData(-10, -1), InlineData(1, 10)]
    public async Task Refuses_a_server_whose_certificate_is_not_in_its_time(int from, int to)
    {
        using var shown = authority.Issue(from: ServerAuthority.Now.AddDays(from), to: ServerAuthority.Now.AddDays(to));
        var refused = await ShakeAsync(Own, Host, shown);
        Code(refused).ShouldBe(ErrorCatalogue.ServerCertificateOutOfTime.Code);
        refused!.English.ShouldContain("CN=" + Host);
    }

    [Fact]
    public async Task Refuses_a_server_whose_issuer_has_expired()
    {
        using var expired = new ServerAuthority(issuingUntil: ServerAuthority.Now.AddDays(-1));
        using var shown = expired.Issue();
        var refused = await ShakeAsync(ServerTrust.In(expired.Anchors), Host, shown, expired);
        Code(refused).ShouldBe(ErrorCatalogue.ServerCertificateOutOfTime.Code);
        refused!.English.ShouldContain("CN=Server test issuing");
    }

    [Theory, InlineData(ServerAuthority.ForClients), InlineData(null)]
    public async Task Refuses_a_certificate_that_was_not_issued_for_servers(string? purpose)
    {
        using var shown = authority.Issue(purpose: purpose);
        Code(await ShakeAsync(Own, Host, shown)).ShouldBe(ErrorCatalogue.ServerPurposeMissing.Code);
    }

    [Fact]
    public async Task Refuses_a_server_of_another_name_and_says_which()
    {
        using var shown = authority.Issue("else.example");
        var refused = await ShakeAsync(Own, Host, shown);
        Code(refused).ShouldBe(ErrorCatalogue.ServerNameDiffers.Code);
        refused!.English.ShouldContain("else.example");
        refused.Vietnamese.ShouldContain(Host);
    }

    [Fact]
    public async Task Takes_no_common_name_for_a_name()
    {
        using var shown = authority.Issue(alternative: false);
        Code(await ShakeAsync(Own, Host, shown)).ShouldBe(ErrorCatalogue.ServerNameDiffers.Code);
    }

    [Fact]
    public void Refuses_a_server_that_shows_nothing() =>
        Code(Own.Judge(Host, null, null, SslPolicyErrors.RemoteCertificateNotAvailable)).ShouldBe(ErrorCatalogue.ServerWithoutTls.Code);

    [Fact]
    public async Task Says_what_hinders_where_no_handshake_came_about()
    {
        var judge = Own.For(Host);
        var (client, accepted) = await ConnectAsync();
        using var own = client;
        using var other = accepted;
        await accepted.GetStream().WriteAsync("AMQP\0\0\u0009\u0001"u8.ToArray(), TestContext.Current.CancellationToken);
        await using var tls = new SslStream(client.GetStream());
        var failure = await Should.ThrowAsync<Exception>(() => tls.AuthenticateAsClientAsync(judge.Options(), TestContext.Current.CancellationToken));

        judge.Explain(new InvalidOperationException("outer", new AggregateException(failure)))!.Code.ShouldBe(ErrorCatalogue.ServerWithoutTls.Code);
        judge.Explain(new SocketException()).ShouldBeNull("TLS has nothing to do with it");
    }

    [Fact]
    public void Speaks_no_protocol_before_TLS_1_2() => Own.For(Host).Options().EnabledSslProtocols.ShouldBe(SslProtocols.Tls12 | SslProtocols.Tls13);

    [Fact]
    public async Task Reads_its_authorities_from_a_file()
    {
        using var shown = authority.Issue();
        (await ShakeAsync(ServerTrust.Load(Write(authority.RootPem)), Host, shown)).ShouldBeNull();
    }

    [Fact]
    public void Names_a_file_that_cannot_be_used()
    {
        foreach (var path in new[] { Path.Combine(folder, "absent.pem"), Write("no certificate"), Write(authority.Issuing.ExportCertificatePem()) })
        {
            var fault = ServerTrust.FaultOf(path).ShouldNotBeNull();
            fault.Code.ShouldBe(ErrorCatalogue.ServerRootsUnusable.Code);
            fault.English.ShouldContain(path);
            Should.Throw<CryptographicException>(() => ServerTrust.Load(path)).Message.ShouldStartWith(fault.Code);
        }

        ServerTrust.FaultOf("").ShouldBeNull();
    }

    private static string? Code(Finding? finding) => finding?.Code;

    private string Write(string text)
    {
        var path = Path.Combine(folder, Guid.CreateVersion7() + ".pem");
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>What the client thinks of the server in a handshake; a refusal must end it.</summary>
    private async Task<Finding?> ShakeAsync(ServerTrust trust, string host, X509Certificate2 shown, ServerAuthority? issuer = null)
    {
        var stop = TestContext.Current.CancellationToken;
        var (client, accepted) = await ConnectAsync();
        using var own = client;
        using var other = accepted;
        await using var server = new SslStream(accepted.GetStream());
        var serving = server.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions
            {
                ServerCertificateContext = SslStreamCertificateContext.Create(shown, [(issuer ?? authority).Issuing], offline: true),
            },
            stop);
        var judge = trust.For(host);
        await using var called = new SslStream(client.GetStream());
        try
        {
            await called.AuthenticateAsClientAsync(judge.Options(), stop);
            await serving;
            judge.Refusal.ShouldBeNull();
            return null;
        }
        catch (AuthenticationException failure)
        {
            await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var refusal = judge.Refusal.ShouldNotBeNull(failure.Message);
            judge.Explain(failure).ShouldBe(refusal);
            return refusal;
        }
    }

    private static async Task<(TcpClient Client, TcpClient Accepted)> ConnectAsync()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var client = new TcpClient();
        var connecting = client.ConnectAsync((IPEndPoint)listener.LocalEndpoint, TestContext.Current.CancellationToken);
        var accepted = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        await connecting;
        return (client, accepted);
    }
}
