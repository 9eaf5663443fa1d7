# Prepares Request Tracker for the test: a person to sign in as, a queue with two custom fields, and the cases read from
# standard input as JSON. Safe to run again: what is there stays. Prints {"tickets": {"<key>": <id>}, ...}.
use strict;
use warnings;
use lib '/usr/share/request-tracker5/lib';
use JSON qw(decode_json encode_json);
use MIME::Entity;
use RT -init;

my $wanted = decode_json(do { local $/; <STDIN> });
my $system = RT->SystemUser;

sub must {
    my ($ok, $message) = @_;
    die "$message\n" unless $ok;
    return $ok;
}

my $person = RT::User->new($system);
$person->Load('handrail-test');
must($person->Create(Name => 'handrail-test', EmailAddress => 'agent@handrail.example', Privileged => 1, Password => $wanted->{password}))
    unless $person->Id;
$person->SetPassword($wanted->{password});
$person->PrincipalObj->GrantRight(Right => 'SuperUser', Object => RT->System)
    unless $person->HasRight(Right => 'SuperUser', Object => RT->System);

my $queue = RT::Queue->new($system);
$queue->Load('Lumo Trust and Safety');
must($queue->Create(Name => 'Lumo Trust and Safety')) unless $queue->Id;

for my $name ('Category', 'Order ID') {
    my $field = RT::CustomField->new($system);
    $field->LoadByCols(Name => $name, LookupType => 'RT::Queue-RT::Ticket');
    must($field->Create(Name => $name, Type => 'FreeformSingle', LookupType => 'RT::Queue-RT::Ticket', MaxValues => 1))
        unless $field->Id;
    $field->AddToObject($queue) unless $field->IsAdded($queue->Id);
}

my %tickets;
for my $case (@{ $wanted->{cases} }) {
    my $requester = RT::User->new($system);
    $requester->LoadOrCreateByEmail($case->{email});
    $requester->SetRealName($case->{name}) unless ($requester->RealName // '') eq $case->{name};
    my $known = RT::Tickets->new($system);
    $known->Limit(FIELD => 'Queue', OPERATOR => '=', VALUE => $queue->Id);
    $known->Limit(FIELD => 'Subject', OPERATOR => '=', VALUE => $case->{subject});
    if (my $ticket = $known->First) {
        $tickets{ $case->{key} } = int($ticket->Id);
        next;
    }
    my $mail = MIME::Entity->build(Type => 'text/html', Charset => 'UTF-8', Data => [Encode::encode('UTF-8', $case->{html})]);
    my $ticket = RT::Ticket->new($system);
    my ($id, undef, $message) = $ticket->Create(
        Queue => $queue->Id, Subject => $case->{subject}, Requestor => $case->{email}, MIMEObj => $mail,
    );
    must($id, $message);
    for my $name (keys %{ $case->{fields} }) {
        my $value = $case->{fields}{$name};
        next unless length $value;
        my ($ok, $why) = $ticket->AddCustomFieldValue(Field => $name, Value => $value);
        must($ok, "$name: $why");
    }
    $tickets{ $case->{key} } = int($id);
}
print encode_json({ tickets => \%tickets }), "\n";
