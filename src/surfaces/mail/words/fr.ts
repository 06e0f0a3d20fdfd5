import type { MailWords } from './en.ts'

/** What mails say in French. */
export const fr: MailWords = {
  kinds: {
    'waits for review': (by) => `${by} a soumis un article à la relecture`,
    'sent back': (by) => `${by} vous a renvoyé un article`,
    cleared: (by) => `${by} a validé votre article`,
    scheduled: (by) => `${by} a programmé votre article : le public le verra à partir du moment ci-dessous`,
    'under embargo': (by) =>
      `${by} a programmé votre article sous embargo : personne à l’extérieur ne doit l’avoir avant le moment ci-dessous`,
    'called off': (by) => `${by} a annulé la publication de votre article : le public ne le voit pas`,
    released: (by) => `${by} a publié votre article : le public le voit`,
    corrected: (by) => `${by} a corrigé votre article avec une note au public`,
    withdrawn: (by) => `${by} a retiré votre article : le public ne le voit plus`,
    deleted: (by) => `${by} a supprimé votre brouillon : il peut être récupéré pendant trente jours`,
    mentioned: (by) => `${by} vous a mentionné`,
    commented: (by) => `${by} a commenté un article`,
    assigned: (by) => `${by} vous demande quelque chose`,
    'pen taken': (by) => `${by} a repris la plume que vous teniez`,
    approved: (by) => `${by} approuve le texte de votre lien privé`,
    refused: (by) => `${by} n’approuve pas le texte de votre lien privé`,
    answered: (by) => `${by} a répondu à votre lien privé`,
  },
  untitled: 'Encore sans titre',
  about: (what, headline) => `${what} : ${headline}`,
  severalNew: (n) => `${n} nouveautés vous attendent`,
  digest: (n, newsroom) => (n === 1 ? `Votre journée à ${newsroom} : 1 nouveauté` : `Votre journée à ${newsroom} : ${n} nouveautés`),
  more: (n) => (n === 1 ? 'Et une autre dans l’espace de rédaction.' : `Et ${n} autres dans l’espace de rédaction.`),
  openStory: 'Ouvrez-le dans l’espace de rédaction :',
  openDesk: 'Voyez-les dans l’espace de rédaction :',
  whyAtOnce:
    'Vous recevez un message lorsque quelque chose vous attend. Pour en recevoir un par jour, ou aucun, ouvrez « Votre compte » dans l’espace de rédaction.',
  whyDaily:
    'Vous recevez ce message une fois par jour, lorsque quelque chose vous attend. Pour changer cela, ouvrez « Votre compte » dans l’espace de rédaction.',
  signIn: {
    subject: (newsroom) => `Votre lien de connexion à ${newsroom}`,
    what: (newsroom) => `Ce lien vous connecte à l’espace de rédaction de ${newsroom} :`,
    once: 'Il ne sert qu’une fois, et pour peu de temps. Ne le transmettez à personne.',
    notYou: 'Vous ne l’avez pas demandé ? Ne faites rien : sans ce lien, personne ne peut s’en servir.',
  },
  invitation: {
    subject: (by, newsroom) => `${by} vous invite à rejoindre ${newsroom}`,
    what: (by, newsroom) => `${by} vous invite à travailler à ${newsroom}, où les articles s’écrivent, se valident et se publient.`,
    roles: {
      contributor: 'Vous serez contributeur ou contributrice : vous écrivez des articles et les soumettez à la relecture.',
      editor: 'Vous serez éditeur ou éditrice : vous écrivez, validez et publiez des articles.',
      'chief editor':
        'Vous serez rédacteur ou rédactrice en chef : vous validez et publiez des articles, et fixez les règles de la maison.',
      observer: 'Vous serez observateur ou observatrice : vous lisez ce qui s’écrit.',
      administrator: 'Vous serez administrateur ou administratrice : vous gérez les personnes et les réglages.',
    },
    accept: 'Ouvrez ce lien pour commencer, et choisissez comment vous connecter :',
    once: (by) => `Il ne sert qu’une fois, dans les sept jours. S’il ne fonctionne plus, demandez-en un autre à ${by}.`,
  },
}
